module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [3, 4, 1] }] },
  options: { plugins: { title: { display: true, text: 'On the left', position: () => 'left' }, legend: { position: () => 'right' } } },
};
