module.exports = {
  type: 'bar',
  data: {
    labels: ['a', 'b'],
    datasets: [
      { label: 'faint', data: [3, 5], backgroundColor: 'black' },
      { label: 'strong', data: [4, 2], backgroundColor: 'black' },
    ],
  },
  plugins: [
    {
      id: 'alpha',
      beforeDatasetDraw: (chart, { index }) => {
        chart.ctx.globalAlpha = index === 0 ? 0.3 : 1;
      },
      afterDatasetDraw: (chart) => {
        chart.ctx.globalAlpha = 1;
      },
    },
  ],
};
