module.exports = {
  type: 'polarArea',
  data: { labels: ['a', 'b', 'c', 'd', 'e'], datasets: [{ data: [10, 14, 8, 12, 9] }] },
  options: {
    plugins: { legend: { display: false } },
    elements: {
      arc: {
        backgroundColor: (context) => {
          const area = context.chart.chartArea;
          if (!area) return null;
          const x = (area.left + area.right) / 2;
          const y = (area.top + area.bottom) / 2;
          const r = Math.min(area.right - area.left, area.bottom - area.top) / 2;
          const gradient = context.chart.ctx.createRadialGradient(x, y, 0, x, y, r);
          gradient.addColorStop(0, 'white');
          gradient.addColorStop(0.6, ['#f44336', '#ff9800', '#4caf50', '#2196f3', '#9c27b0'][context.dataIndex]);
          gradient.addColorStop(1, 'black');
          return gradient;
        },
      },
    },
  },
};
