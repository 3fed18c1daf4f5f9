module.exports = {
  type: 'line',
  data: { labels: ['day 1', 'day 3', 'day 4', 'day 8'], datasets: [{ label: 'growth', data: [1, 3, 2, 5] }] },
  options: {
    scales: {
      x: {
        type: 'time',
        time: { unit: 'day', parser: (text) => Date.UTC(2023, 4, Number(text.split(' ')[1])) },
      },
    },
  },
};
