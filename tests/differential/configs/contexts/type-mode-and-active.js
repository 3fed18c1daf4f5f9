module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ label: 'n', data: [3, 4] }] },
  options: {
    backgroundColor: (ctx) => {
      if (ctx.type === 'data') return ctx.active ? 'red' : ctx.mode === 'default' ? 'limegreen' : 'yellow';
      return 'black';
    },
  },
};
