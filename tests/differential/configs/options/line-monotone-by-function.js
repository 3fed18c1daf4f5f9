module.exports = {
  type: 'line',
  data: { labels: [1, 2, 3, 4, 5, 6], datasets: [{ data: [2, 2, 9, 9, 1, 4], borderColor: '#00695c', borderWidth: 5 }] },
  options: { datasets: { line: { cubicInterpolationMode: (ctx) => (ctx.type === 'dataset' ? 'monotone' : 'default') } } },
};
