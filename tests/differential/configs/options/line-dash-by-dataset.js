module.exports = {
  type: 'line',
  data: {
    labels: ['a', 'b', 'c', 'd'],
    datasets: [
      { label: 'actual', data: [3, 5, 4, 6], borderColor: 'black' },
      { label: 'forecast', data: [4, 6, 6, 8], borderColor: 'black' },
    ],
  },
  options: {
    elements: {
      point: { radius: 0 },
      line: {
        borderWidth: 4,
        borderDash: (ctx) => (ctx.dataset.label === 'forecast' ? [10, 6] : []),
        borderDashOffset: (ctx) => ctx.datasetIndex * 5,
      },
    },
  },
};
