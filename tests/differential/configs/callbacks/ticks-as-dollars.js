module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ data: [-1500, 2750] }] },
  options: {
    scales: {
      y: {
        ticks: {
          callback: (value) =>
            new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 }).format(value),
        },
      },
    },
  },
};
