module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c', 'd', 'e', 'f', 'g'], datasets: [{ data: [1, 2, 3, 4, 5, 6, 7] }] },
  options: { scales: { x: { ticks: { callback: (v) => `number ${v * 1111}` } } } },
};
