module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [30, 70, 50] }] },
  options: {
    scales: {
      y: {
        afterTickToLabelConversion: (scale) => {
          scale.ticks[scale.ticks.length - 1].label = 'votes';
        },
      },
    },
  },
};
