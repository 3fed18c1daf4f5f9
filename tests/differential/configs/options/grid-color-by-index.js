module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c', 'd', 'e', 'f'], datasets: [{ data: [1, 2, 3, 2, 1, 2] }] },
  options: {
    scales: {
      x: {
        grid: {
          lineWidth: 3,
          color: ({ index }) => ['#f44336', '#ff9800', '#4caf50', '#2196f3', '#9c27b0', '#795548'][index],
        },
      },
      y: { grid: { display: false } },
    },
  },
};
