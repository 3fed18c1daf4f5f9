module.exports = {
  type: 'polarArea',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [30, 50, 40], backgroundColor: ['#ffcdd2', '#c8e6c9', '#bbdefb'] }] },
  options: {
    scales: { r: { ticks: { display: false } } },
    plugins: { datalabels: { anchor: 'end', align: 'start', font: { size: 18 }, formatter: (v, c) => `${c.chart.data.labels[c.dataIndex]}${v}` } },
  },
};
