module.exports = {
  type: 'bar',
  data: {
    labels: ['a', 'b', 'c'],
    datasets: [
      { label: 'p', data: [3, 6, 4], backgroundColor: '#9ccc65' },
      { label: 'q', data: [2, 3, 5], backgroundColor: '#558b2f' },
    ],
  },
  options: { scales: { x: { stacked: true }, y: { stacked: true, grace: 2 } } },
  plugins: [
    {
      id: 'topLabels',
      afterDatasetsDraw({ ctx, data, scales: { x, y } }) {
        data.labels.forEach((label, index) => {
          const total = data.datasets.map((dataset) => dataset.data[index]).reduce((a, b) => a + b, 0);
          ctx.font = 'bold 14px sans-serif';
          ctx.fillStyle = 'rgba(0, 0, 0, 0.8)';
          ctx.textAlign = 'center';
          ctx.fillText(`= ${total}`, x.getPixelForValue(index), y.getPixelForValue(total) - 6);
        });
      },
    },
  ],
};
