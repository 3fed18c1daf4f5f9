module.exports = {
  type: 'bar',
  data: {
    labels: [1, 2, 3, 4, 5],
    datasets: [
      {
        data: [5, 6, 7, 6, 5],
        backgroundColor: 'rgba(255, 160, 0, 0.3)',
        borderColor: 'rgb(200, 80, 0)',
        borderWidth: 5,
        borderSkipped: ({ dataIndex }) => ['start', 'end', 'left', 'right', false][dataIndex],
      },
    ],
  },
};
