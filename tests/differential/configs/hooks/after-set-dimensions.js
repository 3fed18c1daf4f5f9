module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [30, 70, 50] }] },
  options: {
    scales: {
      y: {
        afterSetDimensions: (scale) => {
          scale.height = 40;
        },
      },
    },
  },
};
