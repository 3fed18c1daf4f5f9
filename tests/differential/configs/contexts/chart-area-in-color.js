module.exports = {
  type: 'bar',
  data: {
    labels: ['a', 'b', 'c'],
    datasets: [
      {
        data: [3, 5, 4],
        backgroundColor: (ctx) => {
          const area = ctx.chart.chartArea;
          return area && area.right - area.left > 200 && area.width === area.right - area.left ? 'seagreen' : 'crimson';
        },
      },
    ],
  },
};
