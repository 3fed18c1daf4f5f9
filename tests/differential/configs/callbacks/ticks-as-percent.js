module.exports = {
  type: 'line',
  data: { labels: ['a', 'b'], datasets: [{ data: [0.05, 0.275] }] },
  options: {
    scales: {
      y: {
        ticks: {
          callback: (value) => value.toLocaleString('en-US', { style: 'percent', minimumFractionDigits: 1 }),
        },
      },
    },
  },
};
