module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'g', data: [3, 4, 6] }] },
  plugins: [
    {
      id: 'gradient',
      afterLayout(chart) {
        const { ctx, chartArea, data } = chart;
        const gradient = ctx.createLinearGradient(0, chartArea.bottom, 0, chartArea.top);
        gradient.addColorStop(0, '#fceabb');
        gradient.addColorStop(1, '#f8b500');
        data.datasets[0].backgroundColor = gradient;
      },
    },
  ],
};
