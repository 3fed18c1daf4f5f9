module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ data: [1234567, 2345678] }] },
  options: { scales: { y: { ticks: { callback: (value) => value.toLocaleString() + ' €' } } } },
};
