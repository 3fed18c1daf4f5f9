module.exports = {
  type: 'line',
  data: {
    labels: ['a', 'b', 'c', 'd', 'e'],
    datasets: [
      {
        data: [1, 4, 2, 5, 3],
        borderWidth: 5,
        segment: {
          borderColor: (ctx) => {
            if (ctx.type !== 'segment' || ctx.p1DataIndex !== ctx.p0DataIndex + 1) return 'black';
            return ctx.p1.y < ctx.p0.y ? 'green' : ctx.p1.x > 200 ? 'red' : 'orange';
          },
        },
      },
    ],
  },
};
