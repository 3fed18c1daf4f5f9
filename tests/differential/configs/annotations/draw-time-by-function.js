module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [4, 7, 5], backgroundColor: 'royalblue' }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          behind: { type: 'box', xMin: -0.5, xMax: 0.5, yMin: 1, yMax: 3, backgroundColor: 'gold', drawTime: () => 'beforeDatasetsDraw' },
          front: { type: 'box', xMin: 0.5, xMax: 1.5, yMin: 1, yMax: 3, backgroundColor: 'gold', drawTime: () => 'afterDatasetsDraw' },
          under: { type: 'box', xMin: 1.5, xMax: 2.5, yMin: 1, yMax: 3, backgroundColor: 'gold', drawTime: (ctx) => (ctx.chart ? 'beforeDraw' : 'afterDraw') },
        },
      },
    },
  },
};
