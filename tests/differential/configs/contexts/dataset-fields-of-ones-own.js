module.exports = {
  type: 'bar',
  data: {
    labels: ['a', 'b', 'c'],
    datasets: [{ label: 'x', data: [3, 5, 4], palette: ['#264653', '#2a9d8f', '#e9c46a'], threshold: 4.5 }],
  },
  options: {
    elements: {
      bar: {
        backgroundColor: ({ dataset, dataIndex }) => dataset.palette[dataIndex],
        borderWidth: ({ dataset, raw }) => (raw > dataset.threshold ? 6 : 0),
        borderColor: 'black',
      },
    },
  },
};
