module.exports = {
  type: 'radar',
  data: { labels: ['Speed', 'Power', 'Range'], datasets: [{ label: 'A', data: [3, 5, 4] }] },
  options: { scales: { r: { pointLabels: { callback: (label, index) => `${index + 1}. ${label}` } } } },
};
