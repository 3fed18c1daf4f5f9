module.exports = {
  type: 'doughnut',
  data: { labels: ['red', 'green', 'blue'], datasets: [{ data: [3, 5, 2], backgroundColor: ['#ef5350', '#66bb6a', '#42a5f5'] }] },
  options: {
    plugins: {
      datalabels: {
        formatter: function (value, context) {
          return context.chart.data.labels[context.dataIndex] + ': ' + value;
        },
      },
    },
  },
};
