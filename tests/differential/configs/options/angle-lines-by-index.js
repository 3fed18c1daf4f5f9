module.exports = {
  type: 'radar',
  data: { labels: ['a', 'b', 'c', 'd', 'e'], datasets: [{ data: [3, 5, 4, 2, 5] }] },
  options: {
    scales: {
      r: {
        angleLines: {
          color: (ctx) => (ctx.index % 2 ? 'red' : 'blue'),
          lineWidth: (ctx) => 1 + ctx.index,
          borderDash: (ctx) => (ctx.index === 0 ? [] : [6, 3]),
        },
      },
    },
  },
};
