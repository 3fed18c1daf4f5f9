module.exports = {
  type: 'doughnut',
  data: {
    labels: ['a', 'b', 'c', 'd'],
    datasets: [
      {
        data: [10, 20, 30, 40],
        backgroundColor: (ctx) => {
          const total = ctx.dataset.data.reduce((sum, n) => sum + n, 0);
          return `rgba(0, 80, 160, ${(0.2 + (2 * ctx.raw) / total).toFixed(2)})`;
        },
      },
    ],
  },
};
