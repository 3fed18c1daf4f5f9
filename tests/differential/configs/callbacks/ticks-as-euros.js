const euros = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' });

module.exports = {
  type: 'line',
  data: { labels: ['a', 'b'], datasets: [{ data: [1500, 2750] }] },
  options: { scales: { y: { ticks: { callback: (value) => euros.format(value) } } } },
};
