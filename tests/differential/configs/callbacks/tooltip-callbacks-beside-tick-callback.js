module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'x', data: [5, 7, 6] }] },
  options: {
    onClick: (event, elements) => alert(elements.length),
    plugins: { tooltip: { callbacks: { label: (item) => `value ${item.parsed.y}` } } },
    scales: { y: { ticks: { callback: (v) => `${v} m` } } },
  },
};
