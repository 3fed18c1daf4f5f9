module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ data: [3, 5, 4, 6] }] },
  options: {
    backgroundColor: (ctx) => (ctx.index === ctx.dataIndex && ctx.index > 1 ? 'green' : 'orange'),
  },
};
