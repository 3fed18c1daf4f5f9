module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ label: 'alone', data: [3, 4] }] },
  options: { plugins: { legend: { display: (ctx) => ctx.chart.data.datasets.length > 1 } } },
};
