module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [10, 40, 20] }] },
  options: {
    scales: {
      y: { title: { display: true, text: (ctx) => `${ctx.type} ${ctx.scale.id} (${ctx.scale.type})`, font: { size: 16 } } },
      x: { title: { display: true, text: ({ scale }) => scale.axis + ' axis', color: 'teal' } },
    },
  },
};
