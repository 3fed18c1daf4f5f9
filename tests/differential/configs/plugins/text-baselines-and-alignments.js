module.exports = {
  type: 'scatter',
  data: { datasets: [{ data: [{ x: 0, y: 0 }, { x: 1, y: 1 }] }] },
  options: { scales: { x: { display: false }, y: { display: false } }, plugins: { legend: { display: false } } },
  plugins: [
    {
      id: 'baselines',
      afterDraw({ ctx, width }) {
        ctx.font = '16px Arial';
        ['alphabetic', 'top', 'middle', 'bottom', 'hanging', 'ideographic'].forEach((baseline, i) => {
          ctx.textBaseline = baseline;
          ctx.textAlign = ['left', 'right', 'center', 'start', 'end'][i % 5];
          ctx.fillText(`Áqg ${baseline}`, 100 + (i % 2) * 100, 25 + i * 28);
        });
        ctx.fillRect(0, 25, width, 1);
      },
    },
  ],
};
