module.exports = {
  type: 'scatter',
  data: { datasets: [{ data: [{ x: 1, y: 10 }, { x: 5, y: 90 }, { x: 9, y: 40 }], radius: 10 }] },
  options: {
    backgroundColor: ({ chart, parsed }) => {
      const { x } = chart.scales;
      if (!x || !parsed || !chart.chartArea) return 'gray';
      const middle = x.getValueForPixel((chart.chartArea.left + chart.chartArea.right) / 2);
      return parsed.x > middle ? 'crimson' : parsed.x === middle ? 'gold' : 'navy';
    },
    scales: { x: { min: 0, max: 10 } },
  },
};
