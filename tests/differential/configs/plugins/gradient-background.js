module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [3, 6, 4], borderColor: 'black' }] },
  plugins: [
    {
      id: 'sky',
      beforeDraw(chart) {
        const { ctx, chartArea: { left, top, right, bottom } } = chart;
        const gradient = ctx.createLinearGradient(left, top, right, bottom);
        gradient.addColorStop(0, '#a1c4fd');
        gradient.addColorStop(1, '#fbc2eb');
        ctx.fillStyle = gradient;
        ctx.fillRect(left, top, right - left, bottom - top);
      },
    },
  ],
};
