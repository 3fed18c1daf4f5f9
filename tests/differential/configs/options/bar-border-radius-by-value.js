module.exports = {
  type: 'bar',
  data: {
    labels: ['a', 'b', 'c', 'd'],
    datasets: [{ data: [4, 8, -6, 2], borderRadius: (ctx) => Math.abs(ctx.raw) * 2, backgroundColor: 'teal' }],
  },
  options: { plugins: { legend: { display: false } } },
};
