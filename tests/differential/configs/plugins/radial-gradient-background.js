module.exports = {
  type: 'doughnut',
  data: { labels: ['a', 'b'], datasets: [{ data: [3, 6], backgroundColor: ['#4dd0e1', '#ff8a65'] }] },
  plugins: [
    {
      id: 'glow',
      beforeDraw({ ctx, width, height }) {
        const gradient = ctx.createRadialGradient(width / 2, height / 2, 10, width / 2, height / 2, width / 2);
        gradient.addColorStop(0, 'yellow');
        gradient.addColorStop(1, 'rgba(255, 255, 0, 0)');
        ctx.fillStyle = gradient;
        ctx.fillRect(0, 0, width, height);
      },
    },
  ],
};
