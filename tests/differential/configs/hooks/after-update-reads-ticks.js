let count = 0;

module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [30, 70, 50] }] },
  options: {
    scales: { y: { afterUpdate: (scale) => { count = scale.ticks.length; } } },
    plugins: { title: { display: true, text: 'ticks' } },
  },
  plugins: [
    {
      id: 'count',
      afterDraw(chart) {
        chart.ctx.fillStyle = 'crimson';
        chart.ctx.font = '30px sans-serif';
        chart.ctx.fillText(`${count} ticks`, 60, 80);
      },
    },
  ],
};
