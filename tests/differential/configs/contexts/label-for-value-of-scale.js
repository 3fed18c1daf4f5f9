module.exports = {
  type: 'bar',
  data: { labels: ['ok', 'failed', 'ok too'], datasets: [{ data: [5, 3, 4] }] },
  options: {
    backgroundColor: (ctx) => {
      if (ctx.type !== 'data') return 'black';
      return ctx.chart.scales.x.getLabelForValue(ctx.parsed.x).startsWith('ok') ? 'green' : 'red';
    },
  },
};
