module.exports = {
  type: 'doughnut',
  data: {
    labels: ['a', 'b', 'c', 'd'],
    datasets: [
      {
        data: [3, 4, 5, 6],
        backgroundColor: ['gold', 'coral', 'teal', 'indigo'],
        borderRadius: (ctx) => (ctx.dataIndex % 2 ? 14 : { outerStart: 20, innerEnd: 10 }),
        spacing: 6,
      },
    ],
  },
};
