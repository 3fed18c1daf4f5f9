module.exports = {
  type: 'scatter',
  data: { datasets: [{ label: 'n', data: [0, 1, 2, 3].map((n) => ({ x: n, y: 1 })), radius: 6 }] },
  options: {
    scales: { x: { min: -1, max: 4 }, y: { min: 0, max: 2 } },
    plugins: { datalabels: { font: { size: 22 }, formatter: (p) => p.x, align: (ctx) => ctx.dataIndex * 90, offset: (ctx) => 4 + ctx.dataIndex * 6 } },
  },
};
