module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ label: 'n', data: [4, 7, 3, 6], borderColor: '#b0bec5' }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          bend: {
            type: 'line',
            xMin: 0,
            yMin: 4,
            xMax: 3,
            yMax: 6,
            borderColor: 'green',
            borderWidth: 4,
            curve: () => true,
            controlPoint: () => ({ x: 0, y: '-60%' }),
          },
        },
      },
    },
  },
};
