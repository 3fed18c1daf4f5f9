module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ data: [10, 30, 20, 40] }] },
  options: {
    scales: {
      x: { grid: { tickLength: 14, tickWidth: (ctx) => 1 + ctx.index * 2, tickColor: 'crimson' } },
      y: {
        grid: {
          tickLength: 18,
          tickWidth: 3,
          tickColor: (ctx) => (ctx.tick.value >= 25 ? 'green' : 'orange'),
          tickBorderDash: () => [4, 2],
        },
      },
    },
  },
};
