module.exports = {
  type: 'bar',
  data: { labels: ['Sat', 'Sun', 'Mon', 'Tue'], datasets: [{ data: [40, -20, 30, -10] }] },
  options: {
    scales: {
      x: { ticks: { color: (ctx) => (ctx.tick.label.startsWith('S') ? 'red' : 'black'), font: { size: 16 } } },
      y: { ticks: { color: (ctx) => (ctx.tick.value < 0 ? 'red' : 'green'), font: { weight: 'bold', size: 14 } } },
    },
  },
};
