module.exports = {
  type: 'line',
  data: {
    labels: ['a', 'b', 'c', 'd', 'e'],
    datasets: [
      {
        label: 'CPU',
        data: [30, 80, 90, 40, 20],
        fill: 'origin',
        borderColor: 'black',
        backgroundColor: 'rgba(0, 200, 0, 0.3)',
        segment: {
          backgroundColor: (ctx) => (ctx.p1.parsed.y >= 75 ? 'rgba(255, 0, 0, 0.4)' : undefined),
        },
      },
    ],
  },
};
