module.exports = {
  type: 'line',
  data: { labels: Array.from({ length: 20 }, (_, i) => i), datasets: [{ label: 'n', data: Array.from({ length: 20 }, (_, i) => 50 + 40 * Math.sin(i)) }] },
  options: { plugins: { datalabels: { formatter: (v) => v.toFixed(1), display: () => 'auto', align: 'top' } } },
};
