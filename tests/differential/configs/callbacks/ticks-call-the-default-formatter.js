module.exports = {
  type: 'line',
  data: { labels: ['a', 'b'], datasets: [{ data: [0, 3500] }] },
  options: {
    scales: {
      y: {
        ticks: {
          callback: function (value, index, ticks) {
            return '≈ ' + Chart.Ticks.formatters.numeric.apply(this, [value, index, ticks]);
          },
        },
      },
    },
  },
};
