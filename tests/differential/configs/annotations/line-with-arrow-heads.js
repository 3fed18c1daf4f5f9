module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ label: 'n', data: [4, 7, 3, 6], borderColor: '#b0bec5' }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          arrow: {
            type: 'line',
            xMin: 0,
            yMin: 4,
            xMax: 2,
            yMax: 6,
            borderColor: 'darkred',
            borderWidth: 3,
            arrowHeads: {
              end: { display: () => true, fill: () => true, length: () => 20, width: () => 10, borderColor: () => 'darkred' },
              start: { display: (ctx) => ctx.chart.data.labels.length > 9 },
            },
          },
        },
      },
    },
  },
};
