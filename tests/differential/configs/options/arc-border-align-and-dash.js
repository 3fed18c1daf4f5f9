module.exports = {
  type: 'pie',
  data: {
    labels: ['a', 'b', 'c'],
    datasets: [
      {
        data: [1, 2, 3],
        backgroundColor: ['#ffe0b2', '#c8e6c9', '#d1c4e9'],
        borderColor: '#333',
        borderWidth: 6,
        borderAlign: (ctx) => (ctx.dataIndex === 1 ? 'inner' : 'center'),
        borderDash: (ctx) => (ctx.dataIndex === 2 ? [8, 4] : []),
        borderJoinStyle: () => 'round',
      },
    ],
  },
};
