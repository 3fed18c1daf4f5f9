module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [4, 7, 5] }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          box: {
            type: 'box',
            xMin: 0,
            xMax: 1,
            accent: 'rgba(255, 64, 129, 0.5)',
            backgroundColor: (ctx, options) => options.accent || 'gray',
            borderColor: 'black',
          },
        },
      },
    },
  },
};
