module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ label: 'n', data: [3, 4] }] },
  options: {
    plugins: {
      title: {
        display: () => true,
        text: (ctx) => `Total: ${ctx.chart.data.datasets[0].data.reduce((a, b) => a + b)}`,
        color: () => 'darkblue',
        font: () => ({ size: 24 }),
        align: () => 'start',
        padding: () => 4,
      },
    },
  },
};
