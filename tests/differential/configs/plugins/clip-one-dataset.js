module.exports = {
  type: 'line',
  data: {
    labels: ['a', 'b', 'c', 'd'],
    datasets: [
      { label: 'cut', data: [2, 8, 3, 9], borderColor: 'red', borderWidth: 4 },
      { label: 'whole', data: [5, 4, 6, 5], borderColor: 'blue', borderWidth: 4 },
    ],
  },
  plugins: [
    {
      id: 'cut',
      beforeDatasetDraw(chart, args) {
        if (args.index !== 0) return;
        const { ctx, chartArea, scales } = chart;
        const y = scales.y.getPixelForValue(6);
        ctx.save();
        ctx.beginPath();
        ctx.rect(chartArea.left, y, chartArea.width, chartArea.bottom - y);
        ctx.clip();
      },
      afterDatasetDraw(chart, args) {
        if (args.index === 0) chart.ctx.restore();
      },
    },
  ],
};
