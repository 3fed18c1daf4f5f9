module.exports = {
  type: 'line',
  data: {
    labels: ['a', 'b', 'c'],
    datasets: [
      { label: 'left', data: [4, 7, 5], yAxisID: 'left' },
      { label: 'right', data: [40, 20, 30], yAxisID: 'right' },
    ],
  },
  options: {
    scales: { left: { position: 'left' }, right: { position: 'right' } },
    plugins: {
      annotation: {
        annotations: {
          first: { type: 'line', scaleID: () => 'right', value: () => 25, borderColor: 'red', borderWidth: 3 },
          second: { type: 'box', yScaleID: () => 'left', yMin: 5, yMax: 6, backgroundColor: 'rgba(0, 0, 255, 0.2)' },
        },
      },
    },
  },
};
