const gradient = (last) => ({ chart, element }) => {
  const fill = chart.ctx.createLinearGradient(element.x, 0, element.x2, 0);
  fill.addColorStop(0, 'gold');
  fill.addColorStop(1, last);
  return fill;
};

module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [4, 7, 5], borderColor: 'black' }] },
  options: {
    plugins: {
      annotation: {
        common: { borderWidth: 0, backgroundShadowColor: 'navy', shadowBlur: () => 9, shadowOffsetY: () => 6 },
        annotations: [
          { type: 'box', xMin: 0.2, xMax: 0.9, yMin: 4.5, yMax: 6.5, backgroundColor: gradient('crimson') },
          { type: 'box', xMin: 1.1, xMax: 1.9, yMin: 4.5, yMax: 6.5, backgroundColor: gradient('rgba(220, 20, 60, 0.1)') },
        ],
      },
    },
  },
};
