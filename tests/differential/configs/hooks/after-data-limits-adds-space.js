module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [30, 70, 50] }] },
  options: {
    scales: {
      y: {
        afterDataLimits(scale) {
          const space = (scale.max - scale.min) * 0.5;
          scale.max += space;
          scale.min -= space;
        },
      },
    },
  },
};
