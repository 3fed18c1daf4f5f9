module.exports = {
  type: 'doughnut',
  data: {
    labels: ['Chrome', 'Safari', 'Other'],
    datasets: [{ data: [65, 20, 15], backgroundColor: ['#4caf50', '#2196f3', '#9e9e9e'] }],
  },
  options: {
    plugins: {
      legend: {
        position: 'right',
        labels: {
          generateLabels(chart) {
            const { data } = chart;
            return data.labels.map((label, i) => ({
              text: `${label}: ${data.datasets[0].data[i]}%`,
              fillStyle: data.datasets[0].backgroundColor[i],
              strokeStyle: 'black',
              lineWidth: 1,
              hidden: false,
              index: i,
            }));
          },
        },
      },
    },
  },
};
