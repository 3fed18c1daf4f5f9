module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [30, 25, 20], backgroundColor: '#607d8b' }] },
  options: {
    plugins: {
      datalabels: {
        color: 'white',
        font: { size: 34, weight: 'bold' },
        textStrokeColor: (ctx) => ['red', 'green', 'blue'][ctx.dataIndex],
        textStrokeWidth: (ctx) => 3 + ctx.dataIndex,
      },
    },
  },
};
