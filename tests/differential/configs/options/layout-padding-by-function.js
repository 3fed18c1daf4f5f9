module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ data: [3, 4], backgroundColor: 'slateblue' }] },
  options: {
    layout: {
      padding: (ctx) => ({ left: ctx.chart.width / 8, right: 40, top: 10, bottom: ctx.chart.height / 10 }),
    },
  },
};
