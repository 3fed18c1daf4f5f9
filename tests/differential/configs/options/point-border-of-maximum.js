module.exports = {
  type: 'line',
  data: {
    labels: [1, 2, 3, 4, 5],
    datasets: [
      {
        data: [4, 7, 11, 6, 5],
        borderColor: 'steelblue',
        pointBackgroundColor: 'white',
        pointRadius: 8,
        pointBorderColor: (ctx) => (ctx.raw === Math.max(...ctx.dataset.data) ? 'red' : 'steelblue'),
        pointBorderWidth: (ctx) => (ctx.raw === Math.max(...ctx.dataset.data) ? 6 : 1),
      },
    ],
  },
};
