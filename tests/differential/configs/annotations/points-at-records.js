module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ label: 'n', data: [4, 7, 3, 6], borderColor: '#607d8b' }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          high: {
            type: 'point',
            xValue: () => 1,
            yValue: (ctx) => ctx.chart.data.datasets[0].data[1],
            radius: (ctx) => ctx.chart.width / 20,
            backgroundColor: () => 'rgba(255, 0, 0, 0.3)',
            borderColor: () => 'red',
            borderWidth: () => 3,
          },
          low: { type: 'point', xValue: 2, yValue: 3, radius: 12, pointStyle: () => 'rectRot', backgroundColor: 'rgba(0, 0, 255, 0.3)' },
        },
      },
    },
  },
};
