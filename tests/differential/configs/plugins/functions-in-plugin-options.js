module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ data: [3, 8], backgroundColor: 'gray' }] },
  options: { plugins: { stripe: { color: ({ chart }) => (chart.width > 300 ? 'rgba(255, 0, 0, 0.4)' : 'blue'), height: () => 40 } } },
  plugins: [
    {
      id: 'stripe',
      afterDraw(chart, args, options) {
        const { ctx, chartArea } = chart;
        ctx.fillStyle = options.color({ chart });
        ctx.fillRect(chartArea.left, chartArea.top + 20, chartArea.width, options.height());
      },
    },
  ],
};
