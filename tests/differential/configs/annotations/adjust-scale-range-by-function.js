module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ label: 'n', data: [4, 7], backgroundColor: '#a5d6a7' }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          target: { type: 'line', scaleID: 'y', value: 12, borderColor: 'red', borderWidth: 3, adjustScaleRange: () => false },
          goal: { type: 'line', scaleID: 'y', value: () => 9, borderColor: 'blue', borderWidth: 3 },
        },
      },
    },
  },
};
