module.exports = {
  type: 'radar',
  data: { labels: ['one', 'two', 'three', 'four'], datasets: [{ label: 'n', data: [3, 5, 4, 2] }] },
  options: {
    scales: { r: { startAngle: 30, pointLabels: { display: () => false }, ticks: { display: () => false }, angleLines: { display: () => false } } },
  },
};
