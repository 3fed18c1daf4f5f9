const average = (ctx) => {
  const values = ctx.chart.data.datasets[0].data;
  return values.reduce((a, b) => a + b, 0) / values.length;
};

module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ label: 'n', data: [12, 19, 5, 10] }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          average: {
            type: 'line',
            borderColor: 'black',
            borderDash: [6, 6],
            borderWidth: 2,
            scaleID: 'y',
            value: average,
            label: { display: true, position: 'end', content: (ctx) => 'Average: ' + average(ctx).toFixed(2) },
          },
        },
      },
    },
  },
};
