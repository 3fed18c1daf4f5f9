module.exports = {
  type: 'bar',
  data: {
    labels: ['a', 'b'],
    datasets: [
      { label: 'yes', data: [10, 30], backgroundColor: '#a5d6a7' },
      { label: 'no', data: [30, 10], backgroundColor: '#ef9a9a' },
    ],
  },
  options: {
    scales: { x: { stacked: true }, y: { stacked: true } },
    plugins: {
      datalabels: {
        font: { size: 18 },
        formatter(value, { chart, dataIndex }) {
          const total = chart.data.datasets.reduce((sum, { data }) => sum + data[dataIndex], 0);
          return new Intl.NumberFormat('en-US', { style: 'percent' }).format(value / total);
        },
      },
    },
  },
};
