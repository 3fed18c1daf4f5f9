module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ label: 'n', data: [30, 5, 20, 8], backgroundColor: '#90caf9' }] },
  options: {
    plugins: { datalabels: { font: { size: 24 }, display: (ctx) => ctx.dataset.data[ctx.dataIndex] > 10 } },
  },
};
