module.exports = {
  type: 'line',
  data: { labels: ['a', 'b'], datasets: [{ label: 'n', data: [3, 4] }] },
  options: {
    plugins: {
      title: { display: true, text: () => ['Sales', 'by region'], position: () => 'top' },
      subtitle: {
        display: true,
        text: ({ chart }) => `${chart.data.labels.length} labels, ${chart.width} px`,
        color: (ctx) => (ctx.chart.data.datasets.length > 1 ? 'red' : 'green'),
        font: { size: () => 15, weight: () => 'bold' },
        position: () => 'bottom',
      },
    },
  },
};
