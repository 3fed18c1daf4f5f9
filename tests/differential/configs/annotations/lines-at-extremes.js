const minimum = (ctx) => Math.min(...ctx.chart.data.datasets[0].data);
const maximum = (ctx) => Math.max(...ctx.chart.data.datasets[0].data);

module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ label: 'n', data: [12, 19, 5, 10], borderColor: 'gray' }] },
  options: {
    plugins: {
      annotation: {
        annotations: [
          { type: 'line', yMin: minimum, yMax: minimum, borderColor: () => 'blue', borderWidth: () => 2 },
          { type: 'line', yMin: maximum, yMax: maximum, borderColor: () => 'red', borderDash: () => [4, 4] },
        ],
      },
    },
  },
};
