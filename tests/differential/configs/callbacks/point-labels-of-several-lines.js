module.exports = {
  type: 'radar',
  data: { labels: ['Speed', 'Power', 'Range', 'Cost'], datasets: [{ label: 'A', data: [3, 5, 4, 2] }] },
  options: {
    scales: {
      r: {
        pointLabels: {
          callback(label, index) {
            return [label, String(this.chart.data.datasets[0].data[index])];
          },
          font: { size: 14 },
        },
      },
    },
  },
};
