module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [3.14159, 5.9999, 2.5], backgroundColor: '#ffe082' }] },
  options: { plugins: { datalabels: { font: { size: 20 }, formatter: Math.round } } },
};
