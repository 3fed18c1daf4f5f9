module.exports = {
  type: 'line',
  data: {
    labels: ['a', 'b'],
    datasets: [
      { label: 'first', data: [3, 4], borderColor: 'red' },
      { label: 'second', data: [1, 5], borderColor: 'blue' },
    ],
  },
  options: {
    plugins: {
      legend: {
        align: () => 'end',
        labels: {
          color: () => 'purple',
          font: (ctx) => ({ size: ctx.chart.width / 16, weight: 'bold' }),
          boxWidth: () => 14,
          boxHeight: () => 22,
          padding: () => 4,
        },
      },
    },
  },
};
