module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ data: [10, 30, 20, 40] }] },
  options: {
    scales: {
      x: { ticks: { callback: (value, index) => (index === 1 ? null : `#${index}`) } },
      y: { ticks: { callback: (value) => (value % 10 ? undefined : value) } },
    },
  },
};
