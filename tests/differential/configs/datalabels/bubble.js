module.exports = {
  type: 'bubble',
  data: { datasets: [{ label: 'n', data: [{ x: 2, y: 4, r: 20 }, { x: 6, y: 6, r: 30 }, { x: 8, y: 3, r: 12 }], backgroundColor: 'rgba(63, 81, 181, 0.5)' }] },
  options: {
    scales: { x: { min: 0, max: 10 }, y: { min: 0, max: 10 } },
    plugins: {
      datalabels: {
        anchor: (ctx) => (ctx.dataset.data[ctx.dataIndex].r > 15 ? 'center' : 'end'),
        align: (ctx) => (ctx.dataset.data[ctx.dataIndex].r > 15 ? 'center' : 'end'),
        color: (ctx) => (ctx.dataset.data[ctx.dataIndex].r > 15 ? 'white' : 'black'),
        font: { size: 18, weight: 'bold' },
        formatter: (value) => value.r,
        offset: 2,
      },
    },
  },
};
