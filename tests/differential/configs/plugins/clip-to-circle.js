module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [5, 5, 5], backgroundColor: 'seagreen' }] },
  options: { scales: { x: { display: false }, y: { display: false } }, plugins: { legend: { display: false } } },
  plugins: [
    {
      id: 'porthole',
      beforeDatasetsDraw({ ctx, width, height }) {
        ctx.save();
        ctx.beginPath();
        ctx.arc(width / 2, height / 2, height / 2.4, 0, 2 * Math.PI);
        ctx.clip();
      },
      afterDatasetsDraw({ ctx }) {
        ctx.restore();
      },
    },
  ],
};
