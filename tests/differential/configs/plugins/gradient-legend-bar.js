module.exports = {
  type: 'scatter',
  data: { datasets: [{ data: [{ x: 1, y: 2 }, { x: 3, y: 5 }], radius: 8, backgroundColor: 'black' }] },
  options: { layout: { padding: { right: 60 } }, plugins: { legend: { display: false } } },
  plugins: [
    {
      id: 'colorBar',
      afterDraw({ ctx, chartArea: { top, bottom, right } }) {
        const gradient = ctx.createLinearGradient(0, top, 0, bottom);
        ['#d73027', '#fee08b', '#1a9850'].forEach((color, i) => gradient.addColorStop(i / 2, color));
        ctx.fillStyle = gradient;
        ctx.fillRect(right + 15, top, 15, bottom - top);
        ctx.strokeRect(right + 15, top, 15, bottom - top);
        ctx.fillStyle = '#333';
        ctx.textBaseline = 'top';
        ctx.fillText('hot', right + 35, top);
        ctx.textBaseline = 'bottom';
        ctx.fillText('cold', right + 35, bottom);
      },
    },
  ],
};
