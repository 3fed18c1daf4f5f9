module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [20, 90, 55] }] },
  options: {
    scales: {
      y: {
        ticks: {
          callback(value) {
            return Math.round(((value - this.min) / (this.max - this.min)) * 100) + ' ' + this.id + this.axis + this.type[0];
          },
        },
      },
    },
  },
};
