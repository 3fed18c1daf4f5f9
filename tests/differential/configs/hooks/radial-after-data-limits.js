module.exports = {
  type: 'polarArea',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [3, 7, 5], backgroundColor: ['tan', 'teal', 'plum'] }] },
  options: { scales: { r: { afterDataLimits: (scale) => { scale.max = 14; } } } },
};
