module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [4, 7, 5], backgroundColor: '#e0f2f1' }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          note: {
            type: 'label',
            xValue: 'b',
            yValue: 3,
            backgroundColor: 'white',
            content: (ctx, options) => [`at ${options.xValue}, ${options.yValue}`, JSON.stringify(options.position)],
            position: () => ({ x: 'start', y: 'center' }),
          },
        },
      },
    },
  },
};
