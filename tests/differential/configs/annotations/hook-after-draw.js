module.exports = {
  type: 'scatter',
  data: { datasets: [{ label: 'n', data: [{ x: 1, y: 1 }, { x: 9, y: 9 }] }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          box: {
            type: 'box',
            xMin: 3,
            xMax: 7,
            yMin: 3,
            yMax: 7,
            backgroundColor: '#fffde7',
            afterDraw({ chart, element }) {
              const { ctx } = chart;
              ctx.fillStyle = 'teal';
              ctx.beginPath();
              ctx.arc(element.x + element.width / 2, element.y + element.height / 2, 15, 0, 2 * Math.PI);
              ctx.fill();
            },
          },
        },
      },
    },
  },
};
