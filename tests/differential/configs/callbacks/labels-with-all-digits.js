module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ data: [1, 2.5] }] },
  options: { indexAxis: 'y', scales: { y: { ticks: { callback: (value) => String((value + 1) / 1.3) } }, x: { ticks: { callback: (value) => value / 1.3 } } } },
};
