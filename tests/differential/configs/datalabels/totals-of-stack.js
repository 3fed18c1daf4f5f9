module.exports = {
  type: 'bar',
  data: {
    labels: ['a', 'b', 'c'],
    datasets: [
      { label: 'p', data: [10, 20, 15], backgroundColor: '#80cbc4' },
      { label: 'q', data: [5, 10, 25], backgroundColor: '#ffe082' },
    ],
  },
  options: {
    scales: { x: { stacked: true }, y: { stacked: true, grace: '20%' } },
    plugins: {
      datalabels: {
        anchor: 'end',
        align: 'end',
        font: { size: 18, weight: 'bold' },
        display: (ctx) => ctx.datasetIndex === ctx.chart.data.datasets.length - 1,
        formatter: (value, ctx) => ctx.chart.data.datasets.map((d) => d.data[ctx.dataIndex]).reduce((a, b) => a + b, 0),
      },
    },
  },
};
