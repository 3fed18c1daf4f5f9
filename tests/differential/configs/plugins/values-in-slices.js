module.exports = {
  type: 'pie',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [30, 60, 40], backgroundColor: ['#ef5350', '#66bb6a', '#42a5f5'] }] },
  plugins: [
    {
      id: 'shares',
      afterDatasetDraw(chart, { index, meta }) {
        const { ctx } = chart;
        const values = chart.data.datasets[index].data;
        const total = values.reduce((a, b) => a + b, 0);
        ctx.save();
        ctx.textAlign = 'center';
        ctx.textBaseline = 'middle';
        ctx.fillStyle = 'white';
        ctx.font = 'bold 14px sans-serif';
        meta.data.forEach((arc, i) => {
          const angle = (arc.startAngle + arc.endAngle) / 2;
          const radius = (arc.innerRadius + arc.outerRadius) / 2;
          ctx.fillText(Math.round((values[i] / total) * 100) + '%', arc.x + Math.cos(angle) * radius, arc.y + Math.sin(angle) * radius);
        });
        ctx.restore();
      },
    },
  ],
};
