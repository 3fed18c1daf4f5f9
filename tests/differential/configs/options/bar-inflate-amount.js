module.exports = {
  type: 'bar',
  data: {
    labels: ['x', 'y', 'z'],
    datasets: [
      {
        data: [10, 20, 15],
        backgroundColor: 'rgba(0, 0, 200, 0.4)',
        inflateAmount: (ctx) => ctx.dataIndex * 8,
      },
    ],
  },
};
