module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ data: [1234567, 2345678] }] },
  options: {
    scales: {
      y: {
        ticks: {
          callback: function (value) {
            return value.toString().replace(/\B(?=(\d{3})+(?!\d))/g, "'");
          },
        },
      },
    },
  },
};
