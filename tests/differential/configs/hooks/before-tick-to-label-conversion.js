module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [30, 70, 50] }] },
  options: {
    scales: {
      y: {
        beforeTickToLabelConversion: (scale) => {
          scale.ticks = scale.ticks.filter((tick) => tick.value % 20 === 0);
        },
      },
    },
  },
};
