module.exports = {
  type: 'pie',
  data: { labels: ['red', 'green', 'blue'], datasets: [{ data: [1, 2, 3] }] },
  options: { backgroundColor: ({ chart, dataIndex }) => chart.data.labels[dataIndex] || 'black' },
};
