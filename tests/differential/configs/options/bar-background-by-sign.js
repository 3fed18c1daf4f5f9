module.exports = {
  type: 'bar',
  data: {
    labels: ['Jan', 'Feb', 'Mar', 'Apr', 'May'],
    datasets: [
      {
        label: 'Profit',
        data: [12, -7, 5, -3, 9],
        backgroundColor: (ctx) => (ctx.parsed.y < 0 ? 'crimson' : 'seagreen'),
      },
    ],
  },
};
