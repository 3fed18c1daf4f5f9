module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ data: [5, 3], backgroundColor: 'royalblue' }] },
  plugins: [
    {
      id: 'hole',
      afterDatasetsDraw({ ctx, chartArea: { left, top } }) {
        ctx.fillStyle = 'gold';
        ctx.fillRect(left + 40, top + 20, 80, 60);
        ctx.clearRect(left + 60, top + 40, 40, 20);
      },
    },
  ],
};
