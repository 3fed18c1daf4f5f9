module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'Users', data: [12000, 45000, 1300000] }] },
  options: {
    scales: {
      y: {
        ticks: {
          callback(value) {
            if (value >= 1e6) return value / 1e6 + 'M';
            return value >= 1e3 ? value / 1e3 + 'K' : value;
          },
        },
      },
    },
  },
};
