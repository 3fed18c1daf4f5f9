module.exports = {
  type: 'line',
  data: { labels: ['a', 'b'], datasets: [{ data: [0, 50] }] },
  options: {
    scales: {
      y: {
        ticks: {
          callback: (value, index, ticks) =>
            index + 1 < ticks.length ? `${value} to ${ticks[index + 1].value}` : `${value}+`,
        },
      },
    },
  },
};
