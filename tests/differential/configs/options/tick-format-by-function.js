module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ label: 'n', data: [1200, 3400], backgroundColor: '#90a4ae' }] },
  options: { scales: { y: { ticks: { format: () => ({ style: 'currency', currency: 'USD' }) } } } },
};
