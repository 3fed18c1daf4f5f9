const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;
const deviation = (values) => Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));
const values = (ctx) => ctx.chart.data.datasets[0].data;

module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c', 'd', 'e'], datasets: [{ label: 'n', data: [8, 15, 10, 18, 9], borderColor: 'black' }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          band: {
            type: 'box',
            yMin: (ctx) => mean(values(ctx)) - deviation(values(ctx)),
            yMax: (ctx) => mean(values(ctx)) + deviation(values(ctx)),
            backgroundColor: 'rgba(76, 175, 80, 0.25)',
            borderWidth: 0,
          },
        },
      },
    },
  },
};
