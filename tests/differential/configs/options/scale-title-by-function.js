module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ label: 'kg', data: [3, 4] }] },
  options: {
    scales: {
      x: {
        title: {
          display: () => true,
          text: (ctx) => `${ctx.chart.data.labels.length} groups`,
          color: () => 'crimson',
          font: () => ({ size: 20, weight: 'bold' }),
        },
      },
      y: {
        title: {
          display: true,
          text: ({ chart }) => 'Weight in ' + chart.data.datasets[0].label,
          align: () => 'end',
          padding: () => ({ top: 10, bottom: 16 }),
        },
      },
    },
  },
};
