module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ label: 'n', data: [4, 7, 5, 3] }] },
  options: {
    scales: {
      x: { grid: { tickLength: 12, color: 'gray', tickBorderDash: ({ index }) => (index === 1 ? [2, 2] : []) } },
      y: {
        grid: { color: 'gray' },
        border: { dash: ({ tick }) => (tick.value === 4 ? [] : [tick.value + 1, 3]), dashOffset: ({ index }) => index },
      },
    },
  },
};
