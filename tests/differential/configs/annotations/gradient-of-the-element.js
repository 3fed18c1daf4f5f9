const gradient = ({ chart, element }) => {
  const fill = chart.ctx.createLinearGradient(element.x, element.y, element.x2, element.y2);
  fill.addColorStop(0, 'gold');
  fill.addColorStop(1, 'crimson');
  return fill;
};

module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [4, 7, 5], borderColor: 'black' }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          box: { type: 'box', xMin: 0.2, xMax: 0.9, yMin: 4.5, yMax: 6.5, backgroundColor: gradient, borderRadius: 10 },
          ellipse: { type: 'ellipse', xMin: 1.1, xMax: 1.9, yMin: 4.5, yMax: 6.5, backgroundColor: gradient, borderWidth: 3 },
        },
      },
    },
  },
};
