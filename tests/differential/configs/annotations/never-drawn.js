module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ data: [3, 5] }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          limit: { type: 'line', scaleID: 'y', value: () => 12, drawTime: () => 'never' },
          between: { type: 'box', yMin: 1, yMax: 2, backgroundColor: 'gold', drawTime: () => 0.5 },
          first: { type: 'box', yMin: 3, yMax: 4, backgroundColor: 'lime', drawTime: () => 0 },
        },
      },
    },
  },
};
