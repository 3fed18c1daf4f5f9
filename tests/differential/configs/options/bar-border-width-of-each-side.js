module.exports = {
  type: 'bar',
  data: {
    labels: ['a', 'b', 'c', 'd'],
    datasets: [
      {
        data: [4, 8, 6, 2],
        backgroundColor: 'lightblue',
        borderColor: 'navy',
        borderSkipped: false,
        borderWidth: (ctx) => ({ top: ctx.dataIndex * 3, left: 2, right: ctx.dataIndex, bottom: 0 }),
      },
    ],
  },
};
