module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [4, 7, 5], backgroundColor: '#eee' }] },
  plugins: [
    {
      id: 'shadow',
      afterDraw: ({ ctx }) => {
        ctx.save();
        ctx.shadowColor = 'navy';
        ctx.shadowOffsetX = 5;
        ctx.shadowOffsetY = 5;
        ctx.fillStyle = 'rgba(255, 160, 0, 0.5)';
        ctx.fillRect(40, 50, 50, 40);
        ctx.shadowBlur = 8;
        const gradient = ctx.createLinearGradient(120, 0, 200, 0);
        gradient.addColorStop(0, 'red');
        gradient.addColorStop(1, 'rgba(255, 0, 0, 0)');
        ctx.fillStyle = gradient;
        ctx.fillRect(120, 50, 80, 40);
        ctx.translate(250, 100);
        ctx.rotate(0.5);
        ctx.lineWidth = 6;
        ctx.strokeStyle = 'teal';
        ctx.strokeRect(-30, -20, 60, 40);
        ctx.globalAlpha = 0.5;
        ctx.font = 'bold 24px sans-serif';
        ctx.fillStyle = 'black';
        ctx.fillText('shadow', -180, 120);
        ctx.restore();
      },
    },
  ],
};
