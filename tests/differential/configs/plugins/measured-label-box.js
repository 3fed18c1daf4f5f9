module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [3, 8, 4], borderColor: 'gray' }] },
  plugins: [
    {
      id: 'callout',
      afterDatasetsDraw(chart) {
        const { ctx } = chart;
        const point = chart.getDatasetMeta(0).data[1];
        const text = 'peak of the week';
        ctx.save();
        ctx.font = '14px sans-serif';
        const { width } = ctx.measureText(text);
        ctx.fillStyle = '#212121';
        ctx.fillRect(point.x - width / 2 - 6, point.y + 10, width + 12, 22);
        ctx.fillStyle = 'white';
        ctx.textAlign = 'center';
        ctx.textBaseline = 'middle';
        ctx.fillText(text, point.x, point.y + 21);
        ctx.restore();
      },
    },
  ],
};
