module.exports = {
  type: 'bar',
  data: { labels: ['alpha', 'beta', 'gamma', 'delta'], datasets: [{ data: [3, 4, 2, 5] }] },
  options: {
    scales: {
      x: {
        afterCalculateLabelRotation(scale) {
          scale.labelRotation = 60;
        },
      },
    },
  },
};
