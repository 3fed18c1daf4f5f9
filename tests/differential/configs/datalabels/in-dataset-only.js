module.exports = {
  type: 'bar',
  data: {
    labels: ['a', 'b', 'c'],
    datasets: [{ label: 'p', data: [10, 20, 15], backgroundColor: '#b2ebf2', datalabels: { font: { size: 24 }, formatter: (v, { dataIndex }) => `#${v + dataIndex}` } }],
  },
};
