function clock(seconds) {
  const minutes = Math.floor(seconds / 60);
  return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}

module.exports = {
  type: 'line',
  data: { labels: ['run 1', 'run 2', 'run 3'], datasets: [{ label: 'time', data: [312, 295, 340] }] },
  options: { scales: { y: { ticks: { stepSize: 15, callback: clock } } } },
};
