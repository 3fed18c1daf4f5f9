module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [1, 3, 2] }] },
  options: {
    scales: {
      x: { border: { color: () => 'crimson', width: () => 5 } },
      y: { border: { color: () => 'navy', width: () => 3, dash: () => [6, 4], dashOffset: () => 2 }, grid: { color: '#999' } },
    },
  },
};
