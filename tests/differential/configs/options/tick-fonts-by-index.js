module.exports = {
  type: 'line',
  data: { labels: ['one', 'two', 'three', 'four'], datasets: [{ data: [1, 4, 2, 3] }] },
  options: {
    scales: {
      x: { ticks: { font: (ctx) => ({ size: 9 + ctx.index * 4, weight: ctx.index % 2 ? 'bold' : 'normal' }) } },
      y: { ticks: { font: { size: (ctx) => (ctx.tick && ctx.tick.value === 2 ? 22 : 10) } } },
    },
  },
};
