module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [1, 100, 10000], borderColor: 'black' }] },
  options: {
    scales: {
      y: {
        type: 'logarithmic',
        ticks: { callback: (value) => (Number.isInteger(Math.log10(value)) ? `10^${Math.log10(value)}` : null) },
      },
    },
  },
};
