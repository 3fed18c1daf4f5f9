module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ data: [15, 42] }] },
  options: {
    scales: {
      y: {
        ticks: {
          callback: (value) => new Intl.NumberFormat('en-US', { style: 'unit', unit: 'kilometer-per-hour' }).format(value),
        },
      },
    },
  },
};
