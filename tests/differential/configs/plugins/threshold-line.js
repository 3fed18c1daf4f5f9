module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ label: 'Load', data: [40, 85, 60, 95], backgroundColor: '#90a4ae' }] },
  options: { plugins: { threshold: { value: 70 } } },
  plugins: [
    {
      id: 'threshold',
      afterDatasetsDraw(chart, args, { value }) {
        const { ctx, chartArea: { left, right }, scales: { y } } = chart;
        const at = y.getPixelForValue(value);
        ctx.save();
        ctx.beginPath();
        ctx.setLineDash([6, 4]);
        ctx.lineWidth = 2;
        ctx.strokeStyle = 'red';
        ctx.moveTo(left, at);
        ctx.lineTo(right, at);
        ctx.stroke();
        ctx.fillStyle = 'red';
        ctx.textAlign = 'right';
        ctx.fillText(`limit ${value}`, right - 4, at - 4);
        ctx.restore();
      },
    },
  ],
};
