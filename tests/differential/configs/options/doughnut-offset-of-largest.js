module.exports = {
  type: 'doughnut',
  data: {
    labels: ['a', 'b', 'c'],
    datasets: [
      {
        data: [20, 55, 25],
        backgroundColor: ['#ef5350', '#42a5f5', '#66bb6a'],
        offset: (ctx) => (ctx.parsed === 55 ? 30 : 0),
        borderWidth: (ctx) => ctx.dataIndex * 3,
        borderColor: () => 'black',
      },
    ],
  },
};
