module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [3, 8, 4], borderColor: '#1e88e5', borderWidth: 4, pointRadius: 0 }] },
  plugins: [
    {
      id: 'offsetCopy',
      beforeDatasetDraw({ ctx }, { meta }) {
        const [first, ...rest] = meta.data;
        ctx.save();
        ctx.translate(4, 6);
        ctx.strokeStyle = 'rgba(0, 0, 0, 0.25)';
        ctx.lineWidth = 6;
        ctx.beginPath();
        ctx.moveTo(first.x, first.y);
        rest.forEach((point) => ctx.lineTo(point.x, point.y));
        ctx.stroke();
        ctx.restore();
      },
    },
  ],
};
