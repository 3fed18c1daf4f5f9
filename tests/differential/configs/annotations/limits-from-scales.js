module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [40, 90, 60], backgroundColor: '#90caf9' }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          upperHalf: {
            type: 'box',
            yMin: ({ chart }) => (chart.scales.y.max + chart.scales.y.min) / 2,
            yMax: ({ chart }) => chart.scales.y.max,
            backgroundColor: 'rgba(255, 138, 128, 0.4)',
            borderWidth: 0,
          },
        },
      },
    },
  },
};
