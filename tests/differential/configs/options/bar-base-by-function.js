module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [3, 8, 4], backgroundColor: '#4db6ac' }] },
  options: { datasets: { bar: { base: () => 5 } }, scales: { y: { min: 0, max: 10 } } },
};
