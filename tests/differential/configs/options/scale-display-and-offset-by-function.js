module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [3, 4, 2], borderWidth: 4 }] },
  options: { scales: { x: { offset: () => true }, y: { display: (ctx) => ctx.chart.width > 2000 } } },
};
