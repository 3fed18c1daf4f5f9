module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [1, 3, 2] }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          narrow: { type: 'box', xMin: 0, xMax: 1, backgroundColor: 'rgba(255, 0, 0, 0.3)', display: (ctx) => ctx.chart.width < 300 },
          wide: { type: 'box', xMin: 1, xMax: 2, backgroundColor: 'rgba(0, 255, 0, 0.3)', display: ({ chart }) => chart.width >= 300 },
        },
      },
    },
  },
};
