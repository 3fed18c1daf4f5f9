module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ data: [1, 20, 300, 4000] }] },
  options: {
    scales: {
      y: {
        type: 'logarithmic',
        ticks: { color: (ctx) => (ctx.tick.major ? 'red' : '#999') },
        grid: { color: (ctx) => (Math.log10(ctx.tick.value) % 1 === 0 ? 'rgba(255, 0, 0, 0.5)' : '#eee') },
      },
    },
  },
};
