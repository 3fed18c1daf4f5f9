module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [4, 7, 5], borderColor: 'black' }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          box: {
            type: 'box',
            xMin: 0,
            xMax: 2,
            yMin: 4.5,
            yMax: 6.5,
            borderWidth: 0,
            backgroundColor: ({ chart }) => {
              const { ctx, chartArea } = chart;
              if (!chartArea) return 'gray';
              const gradient = ctx.createLinearGradient(chartArea.left, 0, chartArea.right, 0);
              gradient.addColorStop(0, 'rgba(0, 188, 212, 0.8)');
              gradient.addColorStop(1, 'rgba(233, 30, 99, 0.2)');
              return gradient;
            },
          },
        },
      },
    },
  },
};
