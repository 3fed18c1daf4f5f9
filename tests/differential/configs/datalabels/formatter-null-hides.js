module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ label: 'n', data: [30, 5, 20, 2], backgroundColor: '#ffab91' }] },
  options: { plugins: { datalabels: { font: { size: 22 }, formatter: (value) => (value < 10 ? null : value) } } },
};
