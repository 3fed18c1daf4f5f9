module.exports = {
  type: 'line',
  data: {
    labels: ['a', 'b', 'c'],
    datasets: [
      { label: 'drawn', data: [3, 8, 4], borderColor: 'green', borderWidth: 3 },
      { label: 'suppressed', data: [6, 2, 7], borderColor: 'red', borderWidth: 3 },
    ],
  },
  plugins: [{ id: 'suppress', beforeDatasetDraw: (chart, args) => args.index !== 1 }],
};
