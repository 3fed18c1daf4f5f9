module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [3, 4, 2] }] },
  options: {
    scales: {
      y: {
        beforeDataLimits(scale) {
          scale.options.grace = '60%';
          scale.options.ticks.stepSize = 1;
        },
      },
    },
  },
};
