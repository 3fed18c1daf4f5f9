module.exports = {
  type: 'bar',
  data: { labels: ['alpha', 'beta', 'gamma', 'delta'], datasets: [{ data: [3, 4, 2, 5] }] },
  options: {
    scales: {
      x: {
        beforeCalculateLabelRotation: (scale) => {
          scale.options.ticks.minRotation = 90;
        },
      },
    },
  },
};
