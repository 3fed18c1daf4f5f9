module.exports = {
  type: 'bar',
  data: {
    labels: ['a', 'b', 'c', 'd'],
    datasets: [
      {
        data: [5, 15, 10, 20],
        backgroundColor: (ctx) => {
          const y = ctx.chart.scales.y;
          if (!y || y.max === undefined) return 'gray';
          const middle = (y.min + y.max) / 2;
          return ctx.raw > middle ? 'tomato' : 'skyblue';
        },
      },
    ],
  },
};
