const config = {
  type: 'radar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [1250.5, 3000, 2100] }] },
  options: { locale: 'pl', scales: { r: { ticks: { format: { useGrouping: true } } } } },
};
