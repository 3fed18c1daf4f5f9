module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [4, 7, 5], backgroundColor: '#eee' }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          named: {
            type: 'line',
            scaleID: 'y',
            value: 5,
            borderWidth: 3,
            borderColor: (ctx) => (ctx.type === 'annotation' && ctx.id === 'named' ? 'green' : 'red'),
            label: { display: true, content: (ctx) => `${ctx.id} ${ctx.type}` },
          },
        },
      },
    },
  },
};
