module.exports = {
  type: 'bar',
  data: {
    labels: ['a', 'b', 'c'],
    datasets: [
      { label: 'p', data: [3, 5, 1] },
      { label: 'q', data: [4, 2, 1] },
    ],
  },
  options: {
    scales: { x: { stacked: true }, y: { stacked: true } },
    backgroundColor: (ctx) => {
      const { datasets } = ctx.chart.data;
      const total = datasets.reduce((sum, dataset) => sum + dataset.data[ctx.dataIndex], 0);
      return total < 3 ? 'red' : ctx.datasetIndex ? '#90caf9' : '#1976d2';
    },
  },
};
