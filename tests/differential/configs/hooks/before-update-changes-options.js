module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [30, 70, 50] }] },
  options: {
    scales: {
      y: {
        beforeUpdate(scale) {
          scale.options.ticks.padding = 20;
          scale.options.grid.color = 'rgba(255, 0, 0, 0.5)';
        },
      },
    },
  },
};
