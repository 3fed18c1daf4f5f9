module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ data: [3, 4], borderColor: 'crimson', borderWidth: 3 }] },
  options: { elements: { bar: { backgroundColor: (ctx, options) => (options.borderWidth > 2 ? options.borderColor : 'gray') } } },
};
