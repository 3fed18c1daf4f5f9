module.exports = {
  type: 'bar',
  data: { labels: ['aa', 'bb', 'cc'], datasets: [{ data: [10, 40, 25] }] },
  options: {
    scales: {
      x: {
        ticks: {
          font: { size: 26, weight: 'bold' },
          color: 'white',
          textStrokeColor: (ctx) => ['red', 'green', 'blue'][ctx.index],
          textStrokeWidth: (ctx) => 2 + ctx.index,
        },
      },
    },
  },
};
