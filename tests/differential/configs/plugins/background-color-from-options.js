module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ data: [3, 4], backgroundColor: 'tomato' }] },
  options: { plugins: { canvasBackground: { color: 'gold' } } },
  plugins: [
    {
      id: 'canvasBackground',
      beforeDraw(chart, args, options) {
        chart.ctx.save();
        chart.ctx.fillStyle = options.color;
        chart.ctx.fillRect(0, 0, chart.width, chart.height);
        chart.ctx.restore();
      },
      defaults: { color: 'red' },
    },
  ],
};
