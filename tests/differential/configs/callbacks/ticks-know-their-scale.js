module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [5, 3, 4] }] },
  options: {
    scales: {
      x: {
        ticks: {
          callback: function (value, index) {
            const count = this.chart.scales.y ? this.chart.scales.y.id.length : 0;
            return `${count}:${this.ticks.length}:${index}`;
          },
        },
      },
    },
  },
};
