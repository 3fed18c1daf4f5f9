module.exports = {
  type: 'bar',
  data: {
    labels: ['a', 'b', 'c', 'd'],
    datasets: [{ data: [2, 4, 3, 5], backgroundColor: [() => 'red', (ctx) => (ctx.raw > 3 ? 'lime' : 'blue'), 'gray'] }],
  },
};
