module.exports = {
  type: 'polarArea',
  data: {
    labels: ['N', 'E', 'S', 'W'],
    datasets: [
      {
        data: [11, 16, 7, 14],
        backgroundColor: (ctx) => `hsla(${ctx.dataIndex * 90}, 80%, 60%, 0.6)`,
        angle: (ctx) => [30, 60, 90, 180][ctx.dataIndex],
      },
    ],
  },
  options: { scales: { r: { startAngle: 20 } } },
};
