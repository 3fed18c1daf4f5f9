module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [30000, 25000, 20000], backgroundColor: '#d1c4e9' }] },
  options: {
    plugins: {
      datalabels: {
        font: { size: 20, weight: 'bold' },
        rotation: (ctx) => -45 * ctx.dataIndex,
        opacity: (ctx) => 1 - ctx.dataIndex * 0.3,
      },
    },
  },
};
