module.exports = {
  type: 'scatter',
  data: { datasets: [{ data: [{ x: 1672531200000, y: 1 }, { x: 1677628800000, y: 2 }], radius: 8 }] },
  options: {
    scales: {
      x: {
        ticks: {
          maxRotation: 0,
          callback: (value) => new Date(value).toLocaleDateString('en-US', { month: 'short', day: 'numeric' }),
        },
      },
    },
  },
};
