module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ label: 'n', data: [4, 7, 3, 6], borderColor: '#455a64' }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          weekend: {
            type: 'box',
            xMin: 1,
            xMax: 2,
            backgroundColor: 'rgba(33, 150, 243, 0.2)',
            label: {
              display: () => true,
              content: (ctx) => ['From', `${ctx.chart.data.labels[1]} to ${ctx.chart.data.labels[2]}`],
              color: () => 'darkblue',
              font: () => ({ size: 16, weight: 'bold' }),
              position: () => ({ x: 'center', y: 'start' }),
              padding: () => 4,
            },
          },
        },
      },
    },
  },
};
