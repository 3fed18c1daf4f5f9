module.exports = {
  type: 'bar',
  data: {
    labels: ['A', 'B', 'C'],
    units: { B: 'best' },
    datasets: [{ label: 'votes', data: [4, 9, 6] }],
  },
  options: {
    scales: {
      x: {
        ticks: {
          callback: function (value) {
            const { data } = this.chart;
            const label = data.labels[value];
            return `${label}: ${data.datasets[0].data[value]} ${data.units[label] || ''}`;
          },
        },
      },
    },
  },
};
