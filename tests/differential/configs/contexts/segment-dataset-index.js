module.exports = {
  type: 'line',
  data: {
    labels: ['a', 'b', 'c'],
    datasets: [
      { label: 'p', data: [1, 4, 2], borderColor: 'gray' },
      { label: 'q', data: [3, 2, 5], borderColor: 'gray' },
    ],
  },
  options: {
    elements: { line: { borderWidth: 4 } },
    datasets: { line: { segment: { borderColor: (ctx) => (ctx.datasetIndex ? 'blue' : undefined) } } },
  },
};
