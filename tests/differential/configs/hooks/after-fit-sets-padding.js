module.exports = {
  type: 'line',
  data: { labels: ['first', 'second', 'third'], datasets: [{ data: [3, 4, 2] }] },
  options: {
    scales: {
      x: {
        afterFit: (scale) => {
          scale.paddingRight = 50;
          scale.paddingLeft = 40;
        },
      },
    },
  },
};
