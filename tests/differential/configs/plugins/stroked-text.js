module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ data: [5, 3], backgroundColor: '#ffcc80' }] },
  plugins: [
    {
      id: 'outline',
      afterDatasetsDraw({ ctx, chartArea }) {
        ctx.font = 'bold 40px Impact';
        ctx.lineWidth = 5;
        ctx.lineJoin = 'round';
        ctx.strokeStyle = 'black';
        ctx.fillStyle = 'yellow';
        ctx.strokeText('BOOM', chartArea.left + 20, chartArea.bottom - 40);
        ctx.fillText('BOOM', chartArea.left + 20, chartArea.bottom - 40);
        ctx.font = '12px Arial';
        ctx.fillStyle = 'black';
        ctx.fillText('squeezed into sixty pixels', chartArea.left + 160, chartArea.bottom - 60, 60);
      },
    },
  ],
};
