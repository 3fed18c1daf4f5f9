module.exports = {
  type: 'bar',
  data: {
    labels: ['Mon', 'Tue', 'Wed', 'Thu'],
    datasets: [
      {
        label: 'Open to close',
        data: [[10, 14], [14, 9], [9, 12], [12, 11]],
        backgroundColor: (ctx) => {
          const [open, close] = ctx.raw;
          return close > open ? 'rgb(38, 166, 91)' : 'rgb(214, 69, 65)';
        },
      },
    ],
  },
};
