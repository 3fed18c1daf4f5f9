module.exports = {
  type: 'doughnut',
  data: { labels: ['red', 'green', 'blue'], datasets: [{ data: [5, 3, 4], backgroundColor: ['#e53935', '#43a047', '#1e88e5'] }] },
  options: { layout: { padding: 30 }, plugins: { legend: false } },
  plugins: [
    {
      id: 'doughnutLabelsLine',
      afterDraw(chart) {
        const { ctx, chartArea: { width, height, left, top } } = chart;
        chart.data.datasets.forEach((dataset, i) => {
          chart.getDatasetMeta(i).data.forEach((datapoint, index) => {
            const { x, y } = datapoint.tooltipPosition();
            const halfWidth = left + width / 2;
            const halfHeight = top + height / 2;
            const xLine = x >= halfWidth ? x + 20 : x - 20;
            const yLine = y >= halfHeight ? y + 20 : y - 20;
            const extraLine = x >= halfWidth ? 20 : -20;
            ctx.beginPath();
            ctx.moveTo(x, y);
            ctx.lineTo(xLine, yLine);
            ctx.lineTo(xLine + extraLine, yLine);
            ctx.strokeStyle = dataset.backgroundColor[index];
            ctx.lineWidth = 2;
            ctx.stroke();
            ctx.textAlign = x >= halfWidth ? 'left' : 'right';
            ctx.textBaseline = 'middle';
            ctx.fillStyle = dataset.backgroundColor[index];
            ctx.fillText(chart.data.labels[index], xLine + extraLine * 1.2, yLine);
          });
        });
      },
    },
  ],
};
