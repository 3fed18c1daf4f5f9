module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [1200, 56000, 1500000], borderColor: 'green' }] },
  options: {
    layout: { padding: { right: 40, left: 40, top: 20 } },
    scales: { x: { display: false }, y: { display: false } },
    plugins: {
      datalabels: { align: 'top', font: { size: 16 }, formatter: (v) => Intl.NumberFormat('en', { notation: 'compact' }).format(v) },
    },
  },
};
