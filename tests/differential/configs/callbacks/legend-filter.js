module.exports = {
  type: 'bar',
  data: {
    labels: ['a', 'b'],
    datasets: [
      { label: 'shown', data: [3, 4], backgroundColor: 'teal' },
      { label: 'helper line', data: [2, 5], backgroundColor: 'silver' },
      { label: 'also shown', data: [1, 2], backgroundColor: 'navy' },
    ],
  },
  options: { plugins: { legend: { labels: { filter: (item) => !item.text.includes('helper') } } } },
};
