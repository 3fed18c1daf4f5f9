module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [0.1, 40, -0.2], backgroundColor: 'crimson' }] },
  options: { datasets: { bar: { minBarLength: () => 16, maxBarThickness: () => 20 } } },
};
