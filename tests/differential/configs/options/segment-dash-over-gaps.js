const skipped = (ctx, value) => (ctx.p0.skip || ctx.p1.skip ? value : undefined);

module.exports = {
  type: 'line',
  data: {
    labels: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul'],
    datasets: [
      {
        label: 'Readings',
        data: [65, 59, NaN, 48, 56, NaN, 40],
        borderColor: 'rgb(75, 192, 192)',
        borderWidth: 3,
        spanGaps: true,
        segment: {
          borderColor: (ctx) => skipped(ctx, 'rgb(0, 0, 0, 0.35)'),
          borderDash: (ctx) => skipped(ctx, [6, 6]),
        },
      },
    ],
  },
};
