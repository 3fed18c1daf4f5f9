module.exports = {
  type: 'line',
  data: {
    labels: [1, 2, 3, 4, 5],
    datasets: [
      { data: [1, 9, 2, 8, 3], borderColor: 'teal' },
      { data: [3, 12, 4, 11, 5], borderColor: 'coral' },
    ],
  },
  options: {
    elements: {
      line: { tension: (ctx) => ctx.datasetIndex * 0.45, borderWidth: (ctx) => 3 + ctx.datasetIndex * 4 },
      point: { radius: 0 },
    },
  },
};
