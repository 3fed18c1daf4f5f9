module.exports = {
  type: 'scatter',
  data: { datasets: [{ label: 'n', data: [{ x: 1, y: 5, name: 'Rome' }, { x: 4, y: 2, name: 'Oslo' }, { x: 6, y: 6, name: 'Bonn' }] }] },
  options: {
    layout: { padding: 30 },
    plugins: { datalabels: { align: 'top', font: { size: 16 }, formatter: (point) => `${point.name} (${point.x})` } },
  },
};
