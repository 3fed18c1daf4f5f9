module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ data: [12, 30, 22, 18], borderColor: 'black' }] },
  options: {
    scales: {
      y: {
        border: { dash: (ctx) => (ctx.index % 2 ? [2, 6] : [12, 4]), display: false },
        grid: { color: '#1565c0', lineWidth: 2 },
      },
    },
  },
};
