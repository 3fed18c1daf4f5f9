module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [3, 14, 8] }] },
  options: {
    scales: {
      y: {
        afterBuildTicks(axis) {
          axis.ticks = axis.ticks.filter((tick) => tick.value % 4 === 0);
          axis.ticks.push({ value: 7, major: true });
        },
      },
    },
  },
};
