module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ label: 'n', data: [120, 40], backgroundColor: '#b3e5fc' }] },
  options: {
    scales: { y: { max: 60 } },
    plugins: { datalabels: { font: { size: 30 }, anchor: 'end', align: 'start', clamp: () => true, clip: () => true } },
  },
};
