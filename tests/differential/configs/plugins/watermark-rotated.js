module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [3, 6, 4], borderColor: 'navy' }] },
  plugins: [
    {
      id: 'watermark',
      beforeDatasetsDraw(chart) {
        const { ctx, width, height } = chart;
        ctx.save();
        ctx.globalAlpha = 0.25;
        ctx.translate(width / 2, height / 2);
        ctx.rotate(-Math.PI / 8);
        ctx.textAlign = 'center';
        ctx.font = 'bold 44px Arial';
        ctx.fillStyle = 'gray';
        ctx.fillText('DRAFT', 0, 0);
        ctx.restore();
      },
    },
  ],
};
