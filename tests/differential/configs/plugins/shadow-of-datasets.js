module.exports = {
  data: {
    labels: ['a', 'b', 'c'],
    datasets: [
      { type: 'line', label: 'line', data: [7, 4, 6], borderColor: 'crimson', pointRadius: 5, backgroundColor: 'pink' },
      { type: 'bar', label: 'bars', data: [4, 7, 5], backgroundColor: 'rgba(33, 150, 243, 0.6)' },
    ],
  },
  plugins: [
    {
      id: 'shadow',
      beforeDatasetsDraw: ({ ctx }) => {
        ctx.save();
        ctx.shadowColor = 'rgba(0, 0, 0, 0.6)';
        ctx.shadowBlur = 6;
        ctx.shadowOffsetX = 3;
        ctx.shadowOffsetY = 4;
      },
      afterDatasetsDraw: ({ ctx }) => ctx.restore(),
    },
  ],
};
