module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [10, 40, 25], backgroundColor: '#8bc34a' }] },
  options: {
    scales: {
      x: { ticks: { display: () => false }, grid: { color: 'gray' } },
      y: { ticks: { padding: () => 24, mirror: () => false, z: () => 1 } },
    },
  },
};
