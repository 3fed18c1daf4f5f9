module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [40, 70, 50], borderColor: '#78909c' }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          limit: {
            type: 'line',
            scaleID: 'y',
            value: 55,
            borderColor: 'black',
            label: {
              display: (ctx) => ctx.chart.data.datasets.length === 1,
              content: () => ['limit', 'of this chart'],
              backgroundColor: () => 'rgba(0, 77, 64, 0.9)',
              color: () => ['white', 'yellow'],
              font: () => [{ size: 16, weight: 'bold' }, { size: 11 }],
              borderRadius: () => 10,
              padding: () => 8,
              position: () => '30%',
              rotation: () => 8,
              textAlign: () => 'start',
              yAdjust: () => -4,
            },
          },
        },
      },
    },
  },
};
