module.exports = {
  type: 'line',
  data: {
    labels: ['a', 'b', 'c', 'd', 'e'],
    datasets: [
      {
        data: [5, 45, 20, 35, 10],
        borderWidth: 5,
        pointRadius: 0,
        borderColor: (context) => {
          const { ctx, chartArea, scales } = context.chart;
          if (!chartArea) return 'black';
          const limit = scales.y.getPixelForValue(25);
          const gradient = ctx.createLinearGradient(0, 0, 0, context.chart.height);
          gradient.addColorStop(limit / context.chart.height, 'red');
          gradient.addColorStop(limit / context.chart.height, 'blue');
          return gradient;
        },
      },
    ],
  },
};
