module.exports = {
  type: 'scatter',
  data: { datasets: [{ label: 'n', data: [{ x: 1, y: 2 }, { x: 4, y: 8 }, { x: 9, y: 3 }], backgroundColor: 'black', radius: 6 }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          trend: {
            type: 'line',
            xMin: (ctx) => ctx.chart.data.datasets[0].data[0].x,
            yMin: (ctx) => ctx.chart.data.datasets[0].data[0].y,
            xMax: (ctx) => ctx.chart.data.datasets[0].data.at(-1).x,
            yMax: (ctx) => ctx.chart.data.datasets[0].data.at(-1).y,
            borderColor: 'purple',
            borderWidth: 4,
          },
        },
      },
    },
  },
};
