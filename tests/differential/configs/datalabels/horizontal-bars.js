module.exports = {
  type: 'bar',
  data: { labels: ['one', 'two', 'three'], datasets: [{ label: 'n', data: [65, 40, 82], backgroundColor: '#ce93d8' }] },
  options: {
    indexAxis: 'y',
    layout: { padding: { right: 50 } },
    plugins: { datalabels: { anchor: 'end', align: 'right', font: { size: 16 }, formatter: (v) => `${v} %`, color: ({ dataIndex }) => (dataIndex === 2 ? 'purple' : 'gray') } },
  },
};
