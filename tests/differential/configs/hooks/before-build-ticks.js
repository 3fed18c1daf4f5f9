module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [30, 70, 50] }] },
  options: {
    scales: {
      y: {
        beforeBuildTicks: (scale) => {
          scale.options.ticks.stepSize = 20;
          scale.options.ticks.color = 'darkgreen';
        },
      },
    },
  },
};
