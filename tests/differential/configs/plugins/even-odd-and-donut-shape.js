module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [3, 8, 4] }] },
  plugins: [
    {
      id: 'ring',
      afterDraw({ ctx, width, height }) {
        ctx.beginPath();
        ctx.arc(width / 2, height / 2, 60, 0, 2 * Math.PI);
        ctx.arc(width / 2, height / 2, 40, 0, 2 * Math.PI);
        ctx.fillStyle = 'rgba(156, 39, 176, 0.6)';
        ctx.fill('evenodd');
        ctx.beginPath();
        ctx.arc(width / 2, height / 2, 25, 0, Math.PI, true);
        ctx.closePath();
        ctx.fill();
      },
    },
  ],
};
