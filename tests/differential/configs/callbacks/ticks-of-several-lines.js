module.exports = {
  type: 'bar',
  data: { labels: ['north west', 'south east', 'far away'], datasets: [{ data: [4, 6, 5] }] },
  options: {
    scales: {
      x: {
        ticks: {
          callback(value) {
            return this.getLabelForValue(value).toUpperCase().split(' ');
          },
        },
      },
    },
  },
};
