Chart.defaults.color = 'purple';
Chart.register(ChartAnnotation);

const config = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [3, 5, 1] }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          line: { type: 'line', scaleID: 'y', value: 2 },
          box: { type: 'box', xMin: 'a', xMax: 'b', yMin: 3, yMax: 4 },
        },
      },
    },
  },
};
