module.exports = {
  type: 'line',
  data: {
    labels: ['a', 'b', 'c', 'd', 'e'],
    datasets: [
      {
        label: 'Load',
        data: [2, 9, 4, 12, 6],
        borderColor: 'gray',
        backgroundColor: 'orange',
        pointRadius: (ctx) => ctx.parsed.y,
      },
    ],
  },
};
