module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [30, -10, 22] }] },
  options: {
    scales: {
      y: {
        afterDataLimits: (axis) => {
          const most = Math.max(Math.abs(axis.min), Math.abs(axis.max));
          axis.min = -most;
          axis.max = most;
        },
      },
    },
  },
};
