module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [3, 14, 8] }] },
  options: {
    scales: {
      y: {
        min: 0,
        max: 16,
        afterBuildTicks: (axis) => {
          axis.ticks = [0, 1, 2, 4, 8, 16].map((value) => ({ value }));
        },
      },
    },
  },
};
