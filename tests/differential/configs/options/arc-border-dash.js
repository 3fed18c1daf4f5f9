module.exports = {
  type: 'doughnut',
  data: {
    labels: ['a', 'b', 'c', 'd'],
    datasets: [{
      data: [4, 7, 5, 3],
      backgroundColor: 'whitesmoke',
      borderColor: 'navy',
      borderWidth: 2,
      borderDash: ({ dataIndex, dataset }) => (dataset.data[dataIndex] > 4 ? [8, 4] : []),
      borderDashOffset: ({ dataIndex }) => dataIndex * 2,
    }],
  },
};
