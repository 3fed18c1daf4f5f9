module.exports = {
  type: 'polarArea',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [10, 30, 20], backgroundColor: ['#ef9a9a', '#a5d6a7', '#90caf9'] }] },
  options: { scales: { r: { ticks: { stepSize: 10, callback: (value) => (value ? `${value} %` : '') } } } },
};
