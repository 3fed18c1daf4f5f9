module.exports = {
  type: 'scatter',
  data: { datasets: [{ label: 'n', data: [{ x: 1, y: 1 }, { x: 9, y: 9 }] }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          line: {
            type: 'line',
            xMin: 2,
            yMin: 7,
            xMax: 8,
            yMax: 4,
            borderWidth: 4,
            borderColor: 'navy',
            arrowHeads: {
              start() {
                return { display: true, length: 18, width: 9 };
              },
              end: () => ({ display: true, fill: true, backgroundColor: 'orange', borderColor: 'orange', length: 24, width: 12 }),
            },
          },
        },
      },
    },
  },
};
