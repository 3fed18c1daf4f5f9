{
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'Share', data: [0.12, 0.4, 0.33] }] },
  options: { scales: { y: { ticks: { callback: function (value, index, ticks) { return (value * 100).toFixed(0) + '%'; } } } } }
}
