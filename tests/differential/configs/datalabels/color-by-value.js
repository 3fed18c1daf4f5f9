module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [30, -25, 20], backgroundColor: '#eceff1' }] },
  options: {
    plugins: { datalabels: { font: { size: 26, weight: 'bold' }, color: (ctx) => (ctx.dataset.data[ctx.dataIndex] < 0 ? 'red' : 'green') } },
  },
};
