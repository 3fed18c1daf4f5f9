module.exports = {
  type: 'pie',
  data: { labels: ['a', 'b'], datasets: [{ data: [3, 4], backgroundColor: ['#e57373', '#81c784'] }] },
  options: { layout: { padding: ({ chart }) => chart.height * 0.12 }, plugins: { legend: { display: false } } },
};
