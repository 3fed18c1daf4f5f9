module.exports = {
  type: 'line',
  data: { labels: ['Anna', 'Ben', 'Cleo'], datasets: [{ label: 'Level', data: [1, 3, 2], borderColor: 'teal' }] },
  options: {
    scales: {
      y: {
        min: 0,
        max: 4,
        ticks: { stepSize: 1, callback: (v) => ({ 1: 'low', 2: 'medium', 3: 'high' })[v] },
      },
    },
  },
};
