module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [30, 70, 50] }] },
  options: {
    scales: {
      y: {
        beforeSetDimensions(scale) {
          scale.options.ticks.font = { size: 20 };
        },
      },
    },
  },
};
