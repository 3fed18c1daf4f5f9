module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [3, 4, 5] }] },
  options: { elements: { bar: { backgroundColor: (ctx) => (ctx.dataIndex === 1 ? 'red' : undefined), borderWidth: () => null } } },
};
