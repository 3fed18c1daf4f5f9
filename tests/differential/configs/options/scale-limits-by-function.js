module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ label: 'x', data: [43, 51, 47, 58] }] },
  options: {
    scales: {
      y: {
        min: (ctx) => Math.min(...ctx.chart.data.datasets[0].data) - 13,
        max: ({ chart }) => Math.ceil(Math.max(...chart.data.datasets[0].data) / 10) * 10 + 10,
        ticks: { stepSize: () => 10 },
      },
    },
  },
};
