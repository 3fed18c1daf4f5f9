module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [3, 4, 2] }] },
  options: {
    scales: {
      y: {
        beforeFit(scale) {
          scale.extraSpace = 25;
        },
        afterFit(scale) {
          scale.width += scale.extraSpace;
        },
      },
    },
  },
};
