module.exports = {
  type: 'bar',
  data: { labels: ['north', 'south', 'west'], datasets: [{ label: 'n', data: [65, 40, 82], backgroundColor: '#b39ddb' }] },
  options: {
    indexAxis: 'y',
    plugins: {
      annotation: {
        annotations: {
          target: {
            type: 'line',
            xMin: ({ chart }) => Math.round(chart.data.datasets[0].data.reduce((a, b) => a + b) / 3),
            xMax: ({ chart }) => Math.round(chart.data.datasets[0].data.reduce((a, b) => a + b) / 3),
            borderColor: 'black',
            borderWidth: 2,
            label: { display: true, content: (ctx, { xMin }) => `mean`, rotation: 90, position: 'center' },
          },
        },
      },
    },
  },
};
