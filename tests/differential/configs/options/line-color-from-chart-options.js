module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'brand', data: [1, 4, 2], borderWidth: 5 }] },
  options: {
    brand: '#e91e63',
    elements: { line: { borderColor: (ctx) => ctx.chart.options.brand } },
  },
};
