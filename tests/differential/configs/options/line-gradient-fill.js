module.exports = {
  type: 'line',
  data: {
    labels: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'],
    datasets: [
      {
        label: 'Visitors',
        data: [120, 190, 170, 250, 220, 310],
        fill: true,
        tension: 0.4,
        borderColor: 'rgb(75, 192, 192)',
        backgroundColor: (context) => {
          const chart = context.chart;
          if (!chart.chartArea) return null;
          const { top, bottom } = chart.chartArea;
          const gradient = chart.ctx.createLinearGradient(0, top, 0, bottom);
          gradient.addColorStop(0, 'rgba(75, 192, 192, 0.9)');
          gradient.addColorStop(1, 'rgba(75, 192, 192, 0)');
          return gradient;
        },
      },
    ],
  },
};
