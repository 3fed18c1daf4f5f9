module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [30, 25, 20], backgroundColor: '#f8bbd0' }] },
  options: {
    plugins: {
      datalabels: {
        font: { size: 15 },
        formatter: (value) => `${value}\nin total`,
        textAlign: (ctx) => ['start', 'center', 'end'][ctx.dataIndex],
      },
    },
  },
};
