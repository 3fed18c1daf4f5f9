module.exports = {
  type: 'line',
  data: {
    labels: [1, 2, 3, 4],
    datasets: [0, 1, 2].map((shift) => ({ label: `s${shift}`, data: [1, 4, 2, 5].map((n) => n + shift * 4) })),
  },
  options: {
    borderWidth: 4,
    elements: { line: { stepped: (ctx) => ['before', 'middle', 'after'][ctx.datasetIndex] } },
  },
};
