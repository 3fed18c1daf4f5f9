module.exports = {
  type: 'doughnut',
  data: { datasets: [{ data: [30, 40, 30], backgroundColor: ['#e53935', '#fdd835', '#43a047'], needleValue: 64 }] },
  options: { rotation: -90, circumference: 180, cutout: '75%' },
  plugins: [
    {
      id: 'gaugeNeedle',
      afterDatasetDraw(chart) {
        const { ctx, data } = chart;
        const { x, y, outerRadius } = chart.getDatasetMeta(0).data[0];
        const angle = Math.PI + (Math.PI * data.datasets[0].needleValue) / 100;
        ctx.save();
        ctx.translate(x, y);
        ctx.rotate(angle);
        ctx.beginPath();
        ctx.moveTo(0, -5);
        ctx.lineTo(outerRadius - 10, 0);
        ctx.lineTo(0, 5);
        ctx.fillStyle = '#444';
        ctx.fill();
        ctx.rotate(-angle);
        ctx.translate(-x, -y);
        ctx.beginPath();
        ctx.arc(x, y, 8, 0, Math.PI * 2);
        ctx.fill();
        ctx.restore();
      },
    },
  ],
};
