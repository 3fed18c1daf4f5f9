module.exports = {
  type: 'scatter',
  data: { datasets: [{ data: [{ x: -4, y: 3 }, { x: 5, y: 2 }, { x: 2, y: -4 }, { x: -3, y: -2 }], backgroundColor: 'black', radius: 6 }] },
  options: {
    scales: { x: { min: -6, max: 6 }, y: { min: -6, max: 6 } },
    plugins: { quadrants: { topLeft: '#ffcdd2', topRight: '#bbdefb', bottomRight: '#c8e6c9', bottomLeft: '#fff9c4' } },
  },
  plugins: [
    {
      id: 'quadrants',
      beforeDraw(chart, args, options) {
        const { ctx, chartArea: { left, top, right, bottom }, scales: { x, y } } = chart;
        const midX = x.getPixelForValue(0);
        const midY = y.getPixelForValue(0);
        ctx.save();
        ctx.fillStyle = options.topLeft;
        ctx.fillRect(left, top, midX - left, midY - top);
        ctx.fillStyle = options.topRight;
        ctx.fillRect(midX, top, right - midX, midY - top);
        ctx.fillStyle = options.bottomRight;
        ctx.fillRect(midX, midY, right - midX, bottom - midY);
        ctx.fillStyle = options.bottomLeft;
        ctx.fillRect(left, midY, midX - left, bottom - midY);
        ctx.restore();
      },
    },
  ],
};
