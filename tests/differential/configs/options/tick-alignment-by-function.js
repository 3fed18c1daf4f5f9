module.exports = {
  type: 'line',
  data: { labels: ['January', 'February', 'March'], datasets: [{ data: [1000, 4, 250] }] },
  options: {
    scales: {
      x: { ticks: { align: () => 'inner', maxRotation: () => 0 } },
      y: { ticks: { crossAlign: () => 'near', stepSize: () => 500, labelOffset: () => -8 } },
    },
  },
};
