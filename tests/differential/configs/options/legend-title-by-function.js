module.exports = {
  type: 'doughnut',
  data: { labels: ['cat', 'dog'], datasets: [{ data: [3, 4], backgroundColor: ['tan', 'brown'] }] },
  options: {
    plugins: {
      legend: {
        position: (ctx) => (ctx.chart.width > ctx.chart.height ? 'left' : 'bottom'),
        title: {
          display: () => true,
          text: () => 'Animals',
          color: () => 'green',
          font: () => ({ size: 18, weight: 'bold' }),
          padding: () => 8,
        },
        labels: { usePointStyle: () => true, pointStyle: () => 'rectRot' },
      },
    },
  },
};
