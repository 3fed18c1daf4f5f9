module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [3, 4, 5] }] },
  options: {
    backgroundColor: (ctx) => Chart.helpers.color('#3366cc').alpha(0.2 + 0.3 * (ctx.dataIndex || 0)).rgbString(),
  },
};
