module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [5, 9, 3], backgroundColor: '#b0bec5' }] },
  plugins: [
    {
      id: 'star',
      afterDatasetsDraw(chart) {
        const { ctx } = chart;
        const best = chart.getDatasetMeta(0).data[1];
        const r = 18;
        ctx.beginPath();
        for (let i = 0; i < 10; i++) {
          const radius = i % 2 ? r / 2.5 : r;
          const angle = (Math.PI / 5) * i - Math.PI / 2;
          ctx.lineTo(best.x + radius * Math.cos(angle), best.y + 30 + radius * Math.sin(angle));
        }
        ctx.closePath();
        ctx.fillStyle = 'gold';
        ctx.strokeStyle = 'darkorange';
        ctx.lineWidth = 2;
        ctx.fill();
        ctx.stroke();
      },
    },
  ],
};
