module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ label: 'n', data: [30, 5, 20, 15], borderColor: 'purple' }] },
  options: {
    layout: { padding: { right: 50 } },
    plugins: {
      datalabels: {
        align: 'right',
        font: { size: 20, weight: 'bold' },
        display: (context) => context.dataIndex === context.dataset.data.length - 1,
      },
    },
  },
};
