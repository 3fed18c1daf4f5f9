module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ data: [3, 4] }] },
  options: {
    scales: {
      y: { suggestedMax: () => 12, suggestedMin: () => -4, position: () => 'right', ticks: { count: () => 5 } },
      x: { position: 'top' },
    },
  },
};
