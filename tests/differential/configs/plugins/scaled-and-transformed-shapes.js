module.exports = {
  type: 'line',
  data: { labels: ['a', 'b'], datasets: [{ data: [3, 4] }] },
  options: { scales: { x: { display: false }, y: { display: false } }, plugins: { legend: { display: false } } },
  plugins: [
    {
      id: 'shapes',
      afterDraw({ ctx }) {
        ctx.save();
        ctx.scale(2, 1);
        ctx.fillStyle = 'orange';
        ctx.fillRect(10, 20, 30, 40);
        ctx.transform(1, 0.2, -0.3, 1, 60, 0);
        ctx.strokeStyle = 'teal';
        ctx.lineWidth = 4;
        ctx.strokeRect(10, 20, 30, 40);
        ctx.restore();
        ctx.save();
        ctx.setTransform(1, 0, 0, 1, 200, 100);
        ctx.ellipse(40, 40, 50, 20, Math.PI / 6, 0, Math.PI * 1.5);
        ctx.fillStyle = 'crimson';
        ctx.fill();
        ctx.resetTransform();
        ctx.restore();
      },
    },
  ],
};
