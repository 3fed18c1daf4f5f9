module.exports = {
  type: 'line',
  data: { labels: ['a', 'b'], datasets: [{ data: [0.001234, 0.004567] }] },
  options: {
    scales: {
      y: { ticks: { callback: (v) => `${v.toExponential(1)} / ${v.toPrecision(2)}` } },
      x: { ticks: { callback: (v) => (v + 1).toString(2).padStart(4, '0') } },
    },
  },
};
