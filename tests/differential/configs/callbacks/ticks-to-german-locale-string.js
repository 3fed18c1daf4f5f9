module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ data: [12345.5, 23456.5] }] },
  options: {
    scales: { y: { ticks: { callback: (value) => value.toLocaleString('de-DE', { minimumFractionDigits: 2 }) } } },
  },
};
