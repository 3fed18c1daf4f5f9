module.exports = {
  type: 'bar',
  data: { labels: ['one', 'two', 'three'], datasets: [{ data: [30, 70, 50], backgroundColor: 'olive' }] },
  options: { indexAxis: 'y', scales: { y: { afterFit: (scale) => { scale.width = 120; } } } },
};
