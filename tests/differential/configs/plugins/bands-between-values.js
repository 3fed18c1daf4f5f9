module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ label: 'pH', data: [6.2, 7.4, 8.1, 6.9], borderColor: 'black' }] },
  options: {
    scales: { y: { min: 5, max: 9 } },
    plugins: { bands: { list: [[5, 6.5, 'rgba(255, 0, 0, 0.2)'], [6.5, 7.5, 'rgba(0, 255, 0, 0.2)'], [7.5, 9, 'rgba(0, 0, 255, 0.2)']] } },
  },
  plugins: [
    {
      id: 'bands',
      beforeDatasetsDraw(chart, args, options) {
        const { ctx, chartArea, scales } = chart;
        for (const [from, to, color] of options.list) {
          const top = scales.y.getPixelForValue(to);
          ctx.fillStyle = color;
          ctx.fillRect(chartArea.left, top, chartArea.width, scales.y.getPixelForValue(from) - top);
        }
      },
    },
  ],
};
