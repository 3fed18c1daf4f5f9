const sum = (list) => list.reduce((total, n) => total + n, 0);

module.exports = {
  type: 'bar',
  data: {
    labels: ['a', 'b'],
    datasets: [
      { label: 'six', data: [2, 4], backgroundColor: '#e57373' },
      { label: 'nine', data: [4, 5], backgroundColor: '#64b5f6' },
      { label: 'three', data: [1, 2], backgroundColor: '#81c784' },
    ],
  },
  options: {
    plugins: {
      legend: {
        labels: { sort: (a, b, data) => sum(data.datasets[b.datasetIndex].data) - sum(data.datasets[a.datasetIndex].data) },
      },
    },
  },
};
