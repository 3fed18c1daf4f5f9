module.exports = {
  type: 'radar',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ data: [30, 50, 40, 20] }] },
  options: {
    scales: {
      r: {
        beginAtZero: true,
        grid: {
          circular: () => true,
          color: (ctx) => (ctx.tick.value >= 40 ? 'crimson' : '#ccc'),
          lineWidth: (ctx) => (ctx.index % 2 ? 3 : 1),
        },
        ticks: { color: (ctx) => (ctx.tick.value > 20 ? 'crimson' : 'black'), backdropColor: () => 'lightyellow' },
      },
    },
  },
};
