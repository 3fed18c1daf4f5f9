module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [43, 64, 52], borderColor: 'maroon' }] },
  options: { scales: { y: { reverse: () => true, beginAtZero: () => true, grace: () => '20%' } } },
};
