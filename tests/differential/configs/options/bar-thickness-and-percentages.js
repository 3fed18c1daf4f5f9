module.exports = {
  type: 'bar',
  data: {
    labels: ['Mo', 'Tu', 'We', 'Th'],
    datasets: [
      { label: 'thin', data: [4, 5, 3, 6], backgroundColor: 'tomato', barPercentage: () => 0.4 },
      {
        label: 'thick',
        data: [2, 6, 5, 4],
        backgroundColor: 'steelblue',
        categoryPercentage: (ctx) => (ctx.datasetIndex === 1 ? 1 : 0.5),
      },
    ],
  },
};
