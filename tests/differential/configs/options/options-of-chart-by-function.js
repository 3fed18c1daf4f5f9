module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [2, 4, 3], fill: true }] },
  options: {
    color: () => 'darkred',
    borderColor: () => 'rgba(0, 128, 0, 0.8)',
    backgroundColor: () => 'rgba(0, 128, 0, 0.2)',
    font: () => ({ size: 17 }),
  },
};
