module.exports = {
  type: 'doughnut',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [30, 50, 20], backgroundColor: ['#5c6bc0', '#26a69a', '#ffca28'] }] },
  options: { cutout: '65%' },
  plugins: [
    {
      id: 'doughnutLabel',
      beforeDatasetsDraw(chart) {
        const { ctx, data } = chart;
        const { x, y } = chart.getDatasetMeta(0).data[0];
        const total = data.datasets[0].data.reduce((a, b) => a + b, 0);
        ctx.save();
        ctx.textAlign = 'center';
        ctx.textBaseline = 'middle';
        ctx.font = 'bold 26px sans-serif';
        ctx.fillStyle = '#263238';
        ctx.fillText(total, x, y - 8);
        ctx.font = '12px sans-serif';
        ctx.fillStyle = '#78909c';
        ctx.fillText('in all', x, y + 14);
        ctx.restore();
      },
    },
  ],
};
