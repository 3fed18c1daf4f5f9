module.exports = {
  type: 'bar',
  data: {
    labels: ['a', 'b'],
    datasets: [
      { label: 'bar', data: [3, 5] },
      { label: 'line', type: 'line', data: [4, 2] },
    ],
  },
  options: {
    backgroundColor: (ctx) => {
      if (ctx.datasetIndex === undefined) return 'black';
      const meta = ctx.chart.getDatasetMeta(ctx.datasetIndex);
      return meta.type === 'bar' ? (meta.index === 0 ? 'teal' : 'red') : 'gold';
    },
    borderColor: ({ chart, datasetIndex }) => (datasetIndex === undefined ? 'gray' : chart.getDatasetMeta(datasetIndex).data.length > 1 ? 'navy' : 'red'),
    borderWidth: 4,
  },
};
