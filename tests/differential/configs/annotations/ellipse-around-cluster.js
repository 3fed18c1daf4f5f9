module.exports = {
  type: 'scatter',
  data: { datasets: [{ label: 'n', data: [{ x: 2, y: 3 }, { x: 3, y: 4 }, { x: 2.5, y: 3.2 }, { x: 8, y: 8 }] }] },
  options: {
    scales: { x: { min: 0, max: 10 }, y: { min: 0, max: 10 } },
    plugins: {
      annotation: {
        annotations: {
          cluster: {
            type: 'ellipse',
            xMin: (ctx) => Math.min(...ctx.chart.data.datasets[0].data.slice(0, 3).map((p) => p.x)) - 1,
            xMax: (ctx) => Math.max(...ctx.chart.data.datasets[0].data.slice(0, 3).map((p) => p.x)) + 1,
            yMin: 2,
            yMax: 5,
            rotation: () => 20,
            backgroundColor: 'rgba(156, 39, 176, 0.2)',
            borderColor: () => 'purple',
            borderDash: () => [4, 4],
          },
        },
      },
    },
  },
};
