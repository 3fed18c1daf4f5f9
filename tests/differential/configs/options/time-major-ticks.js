module.exports = {
  type: 'line',
  data: {
    datasets: [
      {
        data: [
          { x: '2023-01-29', y: 3 },
          { x: '2023-01-31', y: 6 },
          { x: '2023-02-02', y: 2 },
          { x: '2023-02-04', y: 5 },
        ],
      },
    ],
  },
  options: {
    scales: {
      x: {
        type: 'time',
        time: { unit: 'day' },
        ticks: {
          major: { enabled: true },
          color: (ctx) => (ctx.tick && ctx.tick.major ? 'red' : 'black'),
          font: (ctx) => (ctx.tick && ctx.tick.major ? { weight: 'bold', size: 15 } : {}),
        },
      },
    },
  },
};
