module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ data: [12, 19, 7, 15], backgroundColor: 'rgba(54, 162, 235, 0.5)' }] },
  plugins: [
    {
      id: 'average',
      afterDraw(chart) {
        const values = chart.data.datasets[0].data;
        const average = values.reduce((sum, value) => sum + value, 0) / values.length;
        const y = chart.scales.y.getPixelForValue(average);
        const { ctx } = chart;
        ctx.save();
        ctx.strokeStyle = '#d32f2f';
        ctx.lineWidth = 2;
        ctx.setLineDash([10, 5, 2, 5]);
        ctx.lineDashOffset = 3;
        ctx.beginPath();
        ctx.moveTo(chart.chartArea.left, y);
        ctx.lineTo(chart.chartArea.right, y);
        ctx.stroke();
        ctx.setLineDash([]);
        ctx.fillStyle = '#d32f2f';
        ctx.font = 'italic bold 13px Georgia';
        ctx.fillText('avg ' + average.toFixed(2), chart.chartArea.left + 6, y - 6);
        ctx.restore();
      },
    },
  ],
};
