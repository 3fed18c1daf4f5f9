module.exports = {
  type: 'bar',
  data: {
    labels: ['a', 'b', 'c'],
    datasets: [
      { label: 'p', data: [30, 60, 40], backgroundColor: '#7986cb' },
      { label: 'q', data: [20, 35, 55], backgroundColor: '#4db6ac' },
    ],
  },
  plugins: [
    {
      id: 'values',
      afterDatasetsDraw(chart) {
        const { ctx } = chart;
        ctx.font = '12px sans-serif';
        ctx.textAlign = 'center';
        ctx.textBaseline = 'bottom';
        chart.data.datasets.forEach((dataset, i) => {
          const meta = chart.getDatasetMeta(i);
          meta.data.forEach((bar, index) => {
            ctx.fillStyle = 'black';
            ctx.fillText(dataset.data[index], bar.x, bar.y - 2);
          });
        });
      },
    },
  ],
};
