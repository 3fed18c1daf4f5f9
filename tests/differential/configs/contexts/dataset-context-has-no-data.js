module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [3, 4, 2], borderWidth: 6, pointRadius: 10 }] },
  options: {
    borderColor: (ctx) => (ctx.type === 'dataset' ? 'blue' : ctx.dataIndex === 1 ? 'red' : 'orange'),
    backgroundColor: (ctx) => (ctx.raw === undefined ? 'black' : 'white'),
  },
};
