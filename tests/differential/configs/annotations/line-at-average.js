module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [12, 19, 5], backgroundColor: '#b0bec5' }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          average: {
            type: 'line',
            borderColor: 'crimson',
            borderWidth: 3,
            scaleID: 'y',
            value: (ctx) => {
              const values = ctx.chart.data.datasets[0].data;
              return values.reduce((a, b) => a + b, 0) / values.length;
            },
          },
        },
      },
    },
  },
};
