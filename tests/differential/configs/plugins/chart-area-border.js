module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [3, 4, 2] }] },
  options: { plugins: { chartAreaBorder: { borderColor: 'red', borderWidth: 2, borderDash: [5, 5], borderDashOffset: 2 } } },
  plugins: [
    {
      id: 'chartAreaBorder',
      beforeDraw(chart, args, options) {
        const { ctx, chartArea: { left, top, width, height } } = chart;
        ctx.save();
        ctx.strokeStyle = options.borderColor;
        ctx.lineWidth = options.borderWidth;
        ctx.setLineDash(options.borderDash || []);
        ctx.lineDashOffset = options.borderDashOffset;
        ctx.strokeRect(left, top, width, height);
        ctx.restore();
      },
    },
  ],
};
