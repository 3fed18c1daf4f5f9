module.exports = {
  type: 'bar',
  data: {
    labels: ['a', 'b', 'c', 'd'],
    datasets: [
      {
        data: [4, 7, 5, 9],
        backgroundColor: (context) => {
          const { chart, dataIndex } = context;
          if (!chart.chartArea) return;
          const gradient = chart.ctx.createLinearGradient(chart.chartArea.left, 0, chart.chartArea.right, 0);
          gradient.addColorStop(0, '#00c9ff');
          gradient.addColorStop(1, dataIndex % 2 ? '#92fe9d' : '#fc466b');
          return gradient;
        },
      },
    ],
  },
  options: { plugins: { legend: false } },
};
