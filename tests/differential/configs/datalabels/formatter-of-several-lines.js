module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [30, 50, 20], backgroundColor: '#b2dfdb' }] },
  options: {
    plugins: {
      datalabels: {
        textAlign: 'center',
        formatter: (value, ctx) => `${ctx.dataset.label}\n${value} kg`,
      },
    },
  },
};
