module.exports = {
  type: 'line',
  data: {
    labels: ['a', 'b', 'c', 'd', 'e'],
    datasets: [
      {
        label: 'heat',
        data: [10, 40, 90, 60, 20],
        borderWidth: 6,
        pointRadius: 0,
        borderColor(context) {
          const { ctx, chartArea } = context.chart;
          if (!chartArea) {
            return undefined;
          }
          const gradient = ctx.createLinearGradient(0, chartArea.bottom, 0, chartArea.top);
          gradient.addColorStop(0, 'blue');
          gradient.addColorStop(0.5, 'yellow');
          gradient.addColorStop(1, 'red');
          return gradient;
        },
      },
    ],
  },
};
