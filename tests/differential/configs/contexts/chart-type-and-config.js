module.exports = {
  type: 'line',
  data: { labels: ['a', 'b'], datasets: [{ label: 'n', data: [3, 4] }] },
  options: {
    plugins: {
      title: { display: true, text: (ctx) => `${ctx.chart.config.type}, ${ctx.type}, ratio ${ctx.chart.currentDevicePixelRatio}` },
    },
  },
};
