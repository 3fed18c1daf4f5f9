module.exports = {
  type: 'line',
  data: {
    labels: ['a', 'b', 'c', 'd', 'e', 'f'],
    datasets: [
      {
        data: [5, 3, 6, 2, 7, 4],
        borderColor: '#555',
        backgroundColor: '#9c27b0',
        pointRadius: 9,
        pointStyle: (ctx) => ['circle', 'rect', 'triangle', 'star', 'rectRot', 'crossRot'][ctx.dataIndex],
      },
    ],
  },
};
