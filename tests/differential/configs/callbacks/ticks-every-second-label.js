module.exports = {
  type: 'line',
  data: { labels: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'], datasets: [{ data: [3, 5, 2, 6, 4, 7, 5] }] },
  options: {
    scales: {
      x: {
        ticks: {
          callback: function (val, index) {
            // `val` is the index of the label for a category scale.
            return index % 2 === 0 ? this.getLabelForValue(val) : '';
          },
        },
      },
    },
  },
};
