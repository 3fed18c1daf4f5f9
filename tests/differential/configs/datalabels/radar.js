module.exports = {
  type: 'radar',
  data: { labels: ['a', 'b', 'c', 'd', 'e'], datasets: [{ label: 'n', data: [3, 5, 4, 2, 5], borderColor: 'orange' }] },
  options: {
    plugins: { datalabels: { backgroundColor: () => 'orange', color: 'white', borderRadius: 8, formatter: (v) => v.toFixed(1), font: { size: 13 } } },
  },
};
