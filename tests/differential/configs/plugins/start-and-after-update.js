module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [3, 8, 5] }] },
  plugins: [
    {
      id: 'notes',
      start(chart) {
        chart.notes = ['started'];
      },
      afterInit(chart) {
        chart.notes.push('init');
      },
      afterUpdate(chart) {
        chart.notes.push('updated');
      },
      afterDatasetsUpdate(chart) {
        chart.notes.push('datasets');
      },
      afterDraw(chart) {
        chart.ctx.font = 'bold 16px Arial';
        chart.ctx.fillText(chart.notes.join(' '), 60, 100);
      },
    },
  ],
};
