module.exports = {
  type: 'bar',
  data: {
    labels: ['a', 'b', 'c', 'd'],
    datasets: [
      { label: 'all', data: [4, 7, 5, 3], borderRadius: ({ dataIndex }) => (dataIndex === 0 ? 0 : Infinity) },
      { label: 'some', data: [3, 2, 6, 5], borderRadius: ({ dataIndex }) => ({ topLeft: dataIndex % 2 ? Infinity : 0, topRight: 4 }) },
    ],
  },
};
