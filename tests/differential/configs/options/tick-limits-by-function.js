module.exports = {
  type: 'line',
  data: { labels: Array.from({ length: 30 }, (_, i) => `d${i + 1}`), datasets: [{ label: 'n', data: Array.from({ length: 30 }, (_, i) => (i * 7) % 13) }] },
  options: {
    scales: {
      x: { ticks: { maxTicksLimit: (ctx) => Math.round(ctx.chart.width / 80), maxRotation: () => 0 } },
      y: { ticks: { maxTicksLimit: () => 3, precision: () => 0 } },
    },
  },
};
