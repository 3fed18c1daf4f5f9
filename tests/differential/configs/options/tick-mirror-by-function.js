module.exports = {
  type: 'bar',
  data: { labels: ['first', 'second', 'third'], datasets: [{ data: [8, 5, 7], backgroundColor: 'rgba(100, 181, 246, 0.5)' }] },
  options: { indexAxis: 'y', scales: { y: { ticks: { mirror: () => true, z: 2, padding: () => -6, color: 'black' } } } },
};
