const count = 60;

module.exports = {
  type: 'line',
  data: {
    labels: Array.from({ length: count }, (_, i) => i),
    datasets: [
      { label: 'sin', data: Array.from({ length: count }, (_, i) => Math.sin(i / 6)), borderColor: 'red', pointRadius: 0 },
      { label: 'cos', data: Array.from({ length: count }, (_, i) => Math.cos(i / 6)), borderColor: 'blue', pointRadius: 0 },
    ],
  },
  options: { scales: { x: { ticks: { maxTicksLimit: 7 } } } },
};
