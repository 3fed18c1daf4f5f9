module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c', 'd', 'e'], datasets: [{ label: 'n', data: [4, 7, 3, 6, 5], borderColor: '#90a4ae' }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          hexagon: { type: 'polygon', xValue: 1, yValue: 5, sides: () => 6, radius: () => 30, rotation: () => 10, backgroundColor: () => 'rgba(0, 150, 136, 0.4)' },
          triangle: { type: 'polygon', xValue: 3, yValue: 5, sides: (ctx) => ctx.chart.data.labels.length - 2, radius: 25, borderWidth: 4, borderColor: 'brown', backgroundColor: 'transparent' },
        },
      },
    },
  },
};
