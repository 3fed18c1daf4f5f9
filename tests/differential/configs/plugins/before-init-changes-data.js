module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [3, 1, 2], backgroundColor: 'slategray' }] },
  plugins: [
    {
      id: 'sorted',
      beforeInit(chart) {
        chart.data.datasets[0].data.sort((a, b) => b - a);
        chart.data.labels = chart.data.labels.map((label) => label.toUpperCase());
      },
    },
  ],
};
