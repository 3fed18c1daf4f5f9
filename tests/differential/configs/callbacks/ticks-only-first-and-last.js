module.exports = {
  type: 'line',
  data: { labels: ['2001', '2002', '2003', '2004', '2005'], datasets: [{ data: [3, 1, 4, 1, 5] }] },
  options: {
    scales: {
      y: {
        ticks: {
          callback: (value, index, ticks) => (index === 0 || index === ticks.length - 1 ? `${value} pts` : ''),
        },
      },
    },
  },
};
