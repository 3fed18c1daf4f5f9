const down = (ctx, value) => (ctx.p0.parsed.y > ctx.p1.parsed.y ? value : undefined);

module.exports = {
  type: 'line',
  data: {
    labels: ['a', 'b', 'c', 'd', 'e', 'f'],
    datasets: [
      {
        label: 'Price',
        data: [10, 12, 8, 9, 5, 7],
        borderColor: 'green',
        borderWidth: 4,
        segment: { borderColor: (ctx) => down(ctx, 'red') },
      },
    ],
  },
};
