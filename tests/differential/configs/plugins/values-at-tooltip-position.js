module.exports = {
  type: 'doughnut',
  data: { labels: ['one', 'two', 'three'], datasets: [{ data: [5, 3, 4], backgroundColor: ['#8d6e63', '#bcaaa4', '#d7ccc8'] }] },
  plugins: [
    {
      id: 'labels',
      afterDraw(chart) {
        chart.getDatasetMeta(0).data.forEach((arc, i) => {
          const { x, y } = arc.tooltipPosition();
          chart.ctx.font = 'bold 28px Arial';
          chart.ctx.fillText(chart.data.labels[i], x, y);
        });
      },
    },
  ],
};
