module.exports = {
  type: 'line',
  data: {
    labels: ['a', 'b', 'c'],
    datasets: [
      { label: '°C', data: [18, 24, 21], borderColor: 'red', yAxisID: 'celsius' },
      { label: '°F', data: [64.4, 75.2, 69.8], borderColor: 'blue', yAxisID: 'fahrenheit' },
    ],
  },
  options: {
    scales: {
      celsius: { position: 'left', ticks: { callback: (v) => v + ' °C' } },
      fahrenheit: { position: 'right', ticks: { callback: (v) => `${v.toFixed(1)} °F` }, grid: { drawOnChartArea: false } },
    },
  },
};
