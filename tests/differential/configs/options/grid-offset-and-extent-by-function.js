module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [3, 5, 4], backgroundColor: '#d7ccc8' }] },
  options: {
    scales: {
      x: { grid: { offset: () => false, color: () => 'crimson', lineWidth: () => 3, z: () => 1 } },
      y: { grid: { drawOnChartArea: () => false, tickLength: () => 20, tickColor: () => 'navy', tickWidth: () => 3 } },
    },
  },
};
