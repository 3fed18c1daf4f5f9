module.exports = {
  type: 'line',
  data: {
    labels: ['a', 'b', 'c'],
    datasets: [
      { label: 'p', data: [10, 20, 15], borderColor: 'crimson', backgroundColor: 'crimson' },
      { label: 'q', data: [30, 25, 35], borderColor: 'teal', backgroundColor: 'teal' },
    ],
  },
  options: {
    layout: { padding: 20 },
    plugins: {
      datalabels: {
        backgroundColor: (context) => context.dataset.backgroundColor,
        borderRadius: 4,
        color: 'white',
        font: { weight: 'bold' },
        formatter: Math.round,
        padding: 6,
      },
    },
  },
};
