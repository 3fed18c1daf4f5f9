module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ label: 'net', data: [5, -4, 3, -6] }] },
  options: {
    scales: {
      y: {
        grid: {
          color: (ctx) => (ctx.tick.value === 0 ? 'black' : 'rgba(0, 0, 0, 0.1)'),
          lineWidth: (ctx) => (ctx.tick.value === 0 ? 4 : 1),
        },
      },
    },
  },
};
