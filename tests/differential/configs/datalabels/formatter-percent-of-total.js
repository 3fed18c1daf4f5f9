module.exports = {
  type: 'pie',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [30, 50, 20], backgroundColor: ['#e57373', '#64b5f6', '#81c784'] }] },
  options: {
    plugins: {
      datalabels: {
        color: '#fff',
        font: { size: 18, weight: 'bold' },
        formatter: (value, ctx) => {
          const sum = ctx.chart.data.datasets[0].data.reduce((total, n) => total + n, 0);
          return ((value * 100) / sum).toFixed(0) + '%';
        },
      },
    },
  },
};
