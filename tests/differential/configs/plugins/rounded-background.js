module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [3, 6, 4], borderColor: 'white', borderWidth: 4 }] },
  plugins: [
    {
      id: 'rounded',
      beforeDraw({ ctx, width, height }) {
        const r = 24;
        ctx.save();
        ctx.beginPath();
        ctx.moveTo(r, 0);
        ctx.arcTo(width, 0, width, height, r);
        ctx.arcTo(width, height, 0, height, r);
        ctx.arcTo(0, height, 0, 0, r);
        ctx.arcTo(0, 0, width, 0, r);
        ctx.closePath();
        ctx.fillStyle = '#37474f';
        ctx.fill();
        ctx.restore();
      },
    },
  ],
};
