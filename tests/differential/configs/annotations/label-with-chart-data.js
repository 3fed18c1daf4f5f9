module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ label: 'n', data: [4, 7, 3, 6], borderColor: '#90a4ae' }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          best: {
            type: 'label',
            xValue: (ctx) => ctx.chart.data.datasets[0].data.indexOf(Math.max(...ctx.chart.data.datasets[0].data)),
            yValue: (ctx) => Math.max(...ctx.chart.data.datasets[0].data),
            yAdjust: () => 24,
            content: (ctx) => ['Record', String(Math.max(...ctx.chart.data.datasets[0].data))],
            backgroundColor: () => 'rgba(255, 235, 59, 0.8)',
            borderRadius: () => 6,
            font: () => ({ size: 14 }),
            color: () => '#bf360c',
          },
        },
      },
    },
  },
};
