module.exports = {
  type: 'bubble',
  data: {
    datasets: [
      {
        label: 'Cities',
        data: [
          { x: 1, y: 3, v: 40 },
          { x: 4, y: 8, v: 220 },
          { x: 7, y: 5, v: 120 },
        ],
        backgroundColor: (ctx) => (ctx.raw.v > 100 ? 'rgba(244, 67, 54, 0.5)' : 'rgba(33, 150, 243, 0.5)'),
        radius(context) {
          const size = context.chart.width;
          const base = Math.abs(context.raw.v) / 1000;
          return (size / 4) * base;
        },
      },
    ],
  },
  options: { scales: { x: { min: 0, max: 10 }, y: { min: 0, max: 10 } } },
};
