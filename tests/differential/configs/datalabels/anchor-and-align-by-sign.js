module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ label: 'n', data: [30, -25, 20, -10], backgroundColor: '#80deea' }] },
  options: {
    scales: { y: { min: -50, max: 50 } },
    plugins: {
      datalabels: {
        font: { size: 18 },
        anchor: (ctx) => (ctx.dataset.data[ctx.dataIndex] < 0 ? 'start' : 'end'),
        align: (ctx) => (ctx.dataset.data[ctx.dataIndex] < 0 ? 'start' : 'end'),
      },
    },
  },
};
