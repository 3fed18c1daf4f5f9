module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [30, 70, 50] }] },
  options: {
    scales: {
      y: {
        afterTickToLabelConversion(scale) {
          scale.ticks.forEach((tick, index) => {
            if (index % 2) tick.label = '';
            else tick.label = `~${tick.label}`;
          });
        },
      },
    },
  },
};
