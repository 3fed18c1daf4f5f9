module.exports = {
  type: 'line',
  data: { labels: ['north', 'south', 'east'], datasets: [{ data: [3, 4, 2] }] },
  options: {
    scales: {
      x: {
        ticks: { color: (ctx) => (ctx.type === 'tick' && ctx.tick.label === 'south' ? 'red' : 'gray'), font: { size: 18 } },
        grid: { color: (ctx) => (ctx.tick.value === ctx.index && ctx.index > 0 ? 'orange' : 'black'), lineWidth: 3 },
      },
    },
  },
};
