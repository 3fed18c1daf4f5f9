module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [4, 7, 5] }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          red: { type: 'box', xMin: 0, xMax: 1.2, yMin: 4, yMax: 6, backgroundColor: 'red', z: () => 2 },
          blue: { type: 'box', xMin: 0.8, xMax: 2, yMin: 4.5, yMax: 6.5, backgroundColor: 'blue', z: () => 1 },
        },
      },
    },
  },
};
