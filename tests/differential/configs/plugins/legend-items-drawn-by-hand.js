module.exports = {
  type: 'line',
  data: {
    labels: ['a', 'b', 'c'],
    datasets: [
      { label: 'alpha', data: [3, 8, 5], borderColor: 'crimson' },
      { label: 'beta', data: [5, 4, 7], borderColor: 'navy' },
    ],
  },
  options: { layout: { padding: { right: 60 } }, plugins: { legend: { display: false } } },
  plugins: [
    {
      id: 'lineEndLabels',
      afterDatasetsDraw(chart) {
        chart.data.datasets.forEach((dataset, i) => {
          const { data } = chart.getDatasetMeta(i);
          const { x, y } = data[data.length - 1].getProps(['x', 'y']);
          chart.ctx.fillStyle = dataset.borderColor;
          chart.ctx.font = 'bold 13px Arial';
          chart.ctx.textBaseline = 'middle';
          chart.ctx.fillText(dataset.label, x + 8, y);
        });
      },
    },
  ],
};
