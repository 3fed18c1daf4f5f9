module.exports = {
  type: 'bar',
  data: {
    labels: ['a', 'b'],
    datasets: [
      { label: 'p', data: [10, 20], backgroundColor: '#c5cae9', datalabels: { color: 'red', formatter: (v) => `p${v}` } },
      { label: 'q', data: [30, 25], backgroundColor: '#dcedc8', datalabels: { display: () => false } },
      { label: 'r', data: [15, 35], backgroundColor: '#ffecb3' },
    ],
  },
  options: { plugins: { datalabels: { font: { size: 20 }, formatter: (v) => `all ${v}` } } },
};
