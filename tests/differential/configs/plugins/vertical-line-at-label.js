module.exports = {
  type: 'line',
  data: { labels: ['Mon', 'Tue', 'Wed', 'Thu'], datasets: [{ data: [3, 6, 4, 5], borderColor: 'green' }] },
  plugins: [
    {
      id: 'today',
      beforeDatasetsDraw: ({ ctx, chartArea, scales }) => {
        const x = scales.x.getPixelForValue(2);
        ctx.strokeStyle = 'orange';
        ctx.lineWidth = 3;
        ctx.beginPath();
        ctx.moveTo(x, chartArea.top);
        ctx.lineTo(x, chartArea.bottom);
        ctx.stroke();
        ctx.fillText('today', x + 4, chartArea.top + 10);
      },
    },
  ],
};
