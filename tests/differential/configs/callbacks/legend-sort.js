module.exports = {
  type: 'bar',
  data: {
    labels: ['a', 'b'],
    datasets: [
      { label: 'zebra', data: [3, 4], backgroundColor: 'black' },
      { label: 'ape', data: [2, 5], backgroundColor: 'brown' },
      { label: 'mouse', data: [1, 2], backgroundColor: 'gray' },
    ],
  },
  options: { plugins: { legend: { labels: { sort: (a, b) => a.text.localeCompare(b.text) } } } },
};
