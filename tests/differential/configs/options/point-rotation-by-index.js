module.exports = {
  type: 'scatter',
  data: {
    datasets: [
      {
        data: [0, 1, 2, 3, 4].map((n) => ({ x: n, y: n * n })),
        pointStyle: 'triangle',
        radius: 12,
        backgroundColor: 'hotpink',
        rotation: (ctx) => ctx.dataIndex * 30,
      },
    ],
  },
};
