module.exports = {
  type: 'doughnut',
  data: { labels: ['cat', 'dog', 'cow'], datasets: [{ data: [30, 50, 20], backgroundColor: ['#ffcc80', '#a5d6a7', '#9fa8da'] }] },
  options: {
    layout: { padding: 24 },
    plugins: {
      legend: { display: false },
      datalabels: {
        labels: {
          name: { align: 'end', anchor: 'end', font: { size: 16 }, formatter: (value, ctx) => ctx.chart.data.labels[ctx.dataIndex] },
          value: { backgroundColor: 'white', borderRadius: 4, color: () => 'black', formatter: (value) => Math.round(value * 10) / 100 },
        },
      },
    },
  },
};
