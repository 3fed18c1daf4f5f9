const mark = (color) => ({ chart: { ctx }, element, id }) => {
  ctx.fillStyle = color;
  ctx.fillRect(element.x - 6, element.y - 6, id === 'first' ? 40 : 20, 12);
};

module.exports = {
  type: 'scatter',
  data: { datasets: [{ label: 'n', data: [{ x: 1, y: 1 }, { x: 9, y: 9 }] }] },
  options: {
    plugins: {
      annotation: {
        clip: true,
        beforeDraw: mark('tomato'),
        common: { drawTime: () => 'beforeDatasetsDraw' },
        annotations: {
          first: { type: 'ellipse', xMin: 1, xMax: 4, yMin: 2, yMax: 6, backgroundColor: 'rgba(3, 169, 244, 0.5)', z: 2 },
          second: { type: 'box', xMin: 3, xMax: 8, yMin: 4, yMax: 9, backgroundColor: 'rgba(139, 195, 74, 0.8)', z: 1, beforeDraw: mark('purple') },
          third: { type: 'line', scaleID: 'x', value: 9, borderWidth: 3, afterDraw: mark('black'), init: () => ({ y: 0 }) },
        },
      },
    },
  },
};
