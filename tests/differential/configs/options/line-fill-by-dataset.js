module.exports = {
  type: 'line',
  data: {
    labels: ['a', 'b', 'c', 'd'],
    datasets: [
      { label: 'base', data: [2, 3, 2, 4], borderColor: 'green', backgroundColor: 'rgba(0, 128, 0, 0.3)' },
      { label: 'top', data: [5, 6, 8, 7], borderColor: 'blue', backgroundColor: 'rgba(0, 0, 255, 0.3)' },
    ],
  },
  options: { elements: { line: { fill: (ctx) => (ctx.datasetIndex === 0 ? 'origin' : '-1') } } },
};
