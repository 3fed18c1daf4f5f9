const backdrop = {
  id: 'backdrop',
  beforeDraw: (chart) => {
    chart.ctx.fillStyle = 'khaki';
    chart.ctx.fillRect(0, 0, chart.width, chart.height);
  },
};
Chart.register(backdrop);

new Chart('canvas', {
  type: 'line',
  data: { labels: ['a', 'b'], datasets: [{ label: 'n', data: [2, 5] }] },
});
