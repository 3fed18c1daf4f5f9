module.exports = {
  type: 'pie',
  data: {
    labels: ['yes', 'no', 'maybe'],
    datasets: [{ data: [5, 3, 2], backgroundColor: ['green', 'red', 'gray'] }],
  },
  options: {
    radius: (ctx) => ctx.chart.height / 4,
    rotation: () => 45,
    circumference: (ctx) => (ctx.type === 'dataset' ? 300 : 270),
  },
};
