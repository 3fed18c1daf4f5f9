module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ data: [1000, 2500] }] },
  options: { indexAxis: 'y', scales: { x: { ticks: { callback: (value) => value / 1000 } } } },
};
