module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ data: [3, 4], backgroundColor: 'peru' }] },
  options: {
    scales: {
      y: {
        afterFit: (axis) => {
          axis.width = 90;
        },
      },
    },
  },
};
