module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [3, 6, 4], backgroundColor: '#ffb300' }] },
  plugins: [
    {
      id: 'card',
      beforeDraw({ ctx, chartArea }) {
        ctx.save();
        ctx.beginPath();
        ctx.roundRect(chartArea.left, chartArea.top, chartArea.width, chartArea.height, [16, 0, 16, 0]);
        ctx.fillStyle = '#e8eaf6';
        ctx.fill();
        ctx.strokeStyle = '#3949ab';
        ctx.stroke();
        ctx.restore();
      },
    },
  ],
};
