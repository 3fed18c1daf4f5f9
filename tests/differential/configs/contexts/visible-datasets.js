module.exports = {
  type: 'bar',
  data: {
    labels: ['a', 'b'],
    datasets: [
      { label: 'one', data: [3, 5] },
      { label: 'two', data: [4, 2], hidden: true },
      { label: 'three', data: [1, 6] },
    ],
  },
  options: {
    backgroundColor: (ctx) => (ctx.chart.isDatasetVisible(1) ? 'red' : ['#00897b', '', '#fb8c00'][ctx.datasetIndex]),
    plugins: { title: { display: true, text: ({ chart }) => `${chart.getVisibleDatasetCount()} of ${chart.data.datasets.length}` } },
  },
};
