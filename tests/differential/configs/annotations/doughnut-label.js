module.exports = {
  type: 'doughnut',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [20, 45, 35], backgroundColor: ['#ffab91', '#80cbc4', '#9fa8da'] }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          middle: {
            type: 'doughnutLabel',
            content: ({ chart }) => ['Total', String(chart.data.datasets[0].data.reduce((a, b) => a + b))],
            font: () => [{ size: 20 }, { size: 40, weight: 'bold' }],
            color: () => ['gray', 'black'],
          },
        },
      },
    },
  },
};
