const config = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [12345.5, 7000, 2500.25] }] },
  options: { locale: 'de-DE', scales: { y: { ticks: { format: { style: 'currency', currency: 'EUR' } } } } },
};
