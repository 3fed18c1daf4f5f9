{
  type: 'bar',
  data: { labels: ['Q1', 'Q2', 'Q3'], datasets: [{ label: 'Revenue', data: [1200, 1900, 3000] }] },
  options: { scales: { y: { ticks: { callback: (value) => '$' + value } } } }
}
