module.exports = {
  type: 'doughnut',
  data: { labels: ['done', 'open'], datasets: [{ data: [75, 25], backgroundColor: ['#43a047', '#e0e0e0'] }] },
  options: { plugins: { legend: { display: false } } },
  plugins: [
    {
      beforeDraw: function (chart) {
        var width = chart.width,
          height = chart.height,
          ctx = chart.ctx;
        ctx.restore();
        var fontSize = (height / 114).toFixed(2);
        ctx.font = fontSize + 'em sans-serif';
        ctx.textBaseline = 'middle';
        var text = '75%',
          textX = Math.round((width - ctx.measureText(text).width) / 2),
          textY = height / 2;
        ctx.fillText(text, textX, textY);
        ctx.save();
      },
    },
  ],
};
