module.exports = {
  type: 'line',
  data: { labels: ['a', 'b'], datasets: [{ data: [1500, 2750000] }] },
  options: {
    scales: {
      y: {
        ticks: {
          callback: (value) => Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 }).format(value),
        },
      },
    },
  },
};
