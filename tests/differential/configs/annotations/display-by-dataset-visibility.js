module.exports = {
  type: 'bar',
  data: {
    labels: ['a', 'b'],
    datasets: [
      { label: 'one', data: [4, 7], backgroundColor: 'teal' },
      { label: 'two', data: [3, 6], backgroundColor: 'orange', hidden: true },
    ],
  },
  options: {
    plugins: {
      annotation: {
        annotations: {
          first: { type: 'line', scaleID: 'y', value: 5, borderColor: 'black', borderWidth: 4, display: (ctx) => ctx.chart.isDatasetVisible(0) },
          second: { type: 'line', scaleID: 'y', value: 2, borderColor: 'red', borderWidth: 4, display: (ctx) => ctx.chart.isDatasetVisible(1) },
        },
      },
    },
  },
};
