module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [3, 5, 4] }] },
  options: {
    scales: {
      x: { border: { display: (ctx) => ctx.scale.id === 'x', width: 6, color: 'black', z: () => 1 }, grid: { display: false } },
      y: { border: { display: () => false }, grid: { color: () => 'rgba(0, 0, 255, 0.5)' } },
    },
  },
};
