module.exports = {
  type: 'bar',
  data: { labels: [], datasets: [] },
  plugins: [
    {
      id: 'noData',
      afterDraw(chart) {
        if (chart.data.datasets.length === 0) {
          const { ctx, width, height } = chart;
          chart.clear();
          ctx.save();
          ctx.textAlign = 'center';
          ctx.textBaseline = 'middle';
          ctx.font = "20px normal 'Helvetica Nueue'";
          ctx.font = '20px Helvetica';
          ctx.fillText('No data to display', width / 2, height / 2);
          ctx.restore();
        }
      },
    },
  ],
};
