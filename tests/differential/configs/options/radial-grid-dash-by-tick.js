module.exports = {
  type: 'radar',
  data: { labels: ['a', 'b', 'c', 'd', 'e'], datasets: [{ label: 'n', data: [4, 7, 5, 3, 6] }] },
  options: { scales: { r: { border: { dash: ({ index }) => (index % 2 ? [6, 4] : []) }, grid: { color: 'gray', lineWidth: 3 }, min: 0 } } },
};
