module.exports = {
  type: 'scatter',
  data: { datasets: [{ label: 'n', data: [{ x: 1, y: 1 }, { x: 9, y: 9 }] }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          line: {
            type: 'line',
            scaleID: 'y',
            value: 5,
            borderWidth: 6,
            beforeDraw({ chart, element }) {
              chart.ctx.fillStyle = 'rgba(255, 193, 7, 0.6)';
              chart.ctx.fillRect(element.x, element.y - 20, element.width, 40);
            },
          },
        },
      },
    },
  },
};
