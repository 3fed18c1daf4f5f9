module.exports = {
  type: 'bar',
  data: { labels: ['x', 'y', 'z'], datasets: [{ data: [30, 10, 20] }] },
  options: {
    scales: {
      x: {
        ticks: {
          callback: function (value) {
            const values = this.chart.data.datasets[0].data;
            const place = [...values].sort((a, b) => b - a).indexOf(values[value]) + 1;
            return `${this.chart.data.labels[value]} (${place}${['st', 'nd', 'rd'][place - 1]})`;
          },
        },
      },
    },
  },
};
