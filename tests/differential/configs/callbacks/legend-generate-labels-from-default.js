module.exports = {
  type: 'line',
  data: {
    labels: ['a', 'b'],
    datasets: [
      { label: 'one', data: [1, 2], borderColor: 'red' },
      { label: 'two', data: [2, 1], borderColor: 'blue' },
    ],
  },
  options: {
    plugins: {
      legend: {
        labels: {
          generateLabels: (chart) => {
            const items = Chart.defaults.plugins.legend.labels.generateLabels(chart);
            items.forEach((item) => {
              item.text += ' (' + chart.data.datasets[item.datasetIndex].data.length + ')';
              item.fillStyle = item.strokeStyle;
            });
            return items;
          },
        },
      },
    },
  },
};
