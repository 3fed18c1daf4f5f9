module.exports = {
  type: 'pie',
  data: { labels: ['big', 'small', 'tiny'], datasets: [{ data: [80, 15, 5], backgroundColor: ['red', 'orange', 'gold'] }] },
  options: {
    plugins: { legend: { labels: { filter: (item, data) => data.datasets[0].data[item.index] > 10 } } },
  },
};
