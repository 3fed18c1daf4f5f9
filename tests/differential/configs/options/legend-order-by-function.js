module.exports = {
  type: 'bar',
  data: {
    labels: ['a', 'b'],
    datasets: [
      { label: 'first', data: [3, 4], backgroundColor: 'tomato' },
      { label: 'second', data: [2, 5], backgroundColor: 'teal' },
      { label: 'third', data: [4, 1], backgroundColor: 'gold' },
    ],
  },
  options: { plugins: { legend: { reverse: () => true, position: () => 'bottom', labels: { textAlign: () => 'right', useBorderRadius: () => true, borderRadius: () => 6 } } } },
};
