module.exports = {
  type: 'scatter',
  data: { datasets: [{ label: 'n', data: [{ x: 0, y: 0 }, { x: 10, y: 8 }], radius: 4 }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          slope: {
            type: 'line',
            xMin: 1,
            xMax: 9,
            yMin: 2,
            yMax: 7,
            borderWidth: 2,
            borderColor: (ctx) => (ctx.chart.data.datasets[0].data.length > 1 ? 'teal' : 'red'),
            label: { display: true, rotation: () => 'auto', content: () => 'rising', font: { size: 16 } },
          },
        },
      },
    },
  },
};
