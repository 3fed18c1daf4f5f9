module.exports = {
  type: 'scatter',
  data: { datasets: [{ data: [{ x: 1, y: 1 }, { x: 9, y: 9 }], radius: 6, backgroundColor: 'purple' }] },
  options: { scales: { x: { min: 0, max: 10 }, y: { min: 0, max: 10 } } },
  plugins: [
    {
      id: 'arrow',
      afterDatasetsDraw({ ctx, scales: { x, y } }) {
        const at = (a, b) => [x.getPixelForValue(a), y.getPixelForValue(b)];
        ctx.save();
        ctx.strokeStyle = 'purple';
        ctx.lineWidth = 3;
        ctx.lineCap = 'round';
        ctx.lineJoin = 'round';
        ctx.beginPath();
        ctx.moveTo(...at(1.5, 1.2));
        ctx.bezierCurveTo(...at(8, 0), ...at(2, 10), ...at(8.5, 8.8));
        ctx.stroke();
        ctx.beginPath();
        ctx.moveTo(...at(7.8, 8));
        ctx.quadraticCurveTo(...at(8.2, 8.6), ...at(8.5, 8.8));
        ctx.lineTo(...at(7.7, 9.3));
        ctx.stroke();
        ctx.restore();
      },
    },
  ],
};
