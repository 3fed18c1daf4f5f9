module.exports = {
  type: 'line',
  data: {
    labels: ['a', 'b'],
    datasets: [
      { label: 'thick', data: [3, 4], borderColor: 'red', borderWidth: 5, backgroundColor: 'gold' },
      { label: 'thin', data: [1, 6], borderColor: 'blue', borderDash: [6, 3] },
    ],
  },
  options: { plugins: { legend: { labels: { boxHeight: () => 0, boxWidth: () => 60, font: () => ({ size: 18 }) } } } },
};
