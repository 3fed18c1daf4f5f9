module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ data: [3, 4], backgroundColor: 'plum' }] },
  options: {
    scales: { x: { ticks: { font: (ctx) => ({ size: Math.round(ctx.chart.width / 16) }) } } },
    plugins: { title: { display: true, text: (ctx) => `${ctx.chart.width} × ${ctx.chart.height}` } },
  },
};
