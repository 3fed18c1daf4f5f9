module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [3, 5, 4] }] },
  options: {
    scales: {
      x: { grid: { display: () => false } },
      y: { grid: { drawTicks: () => false, color: () => 'rgba(255, 0, 0, 0.6)', lineWidth: () => 2 } },
    },
  },
};
