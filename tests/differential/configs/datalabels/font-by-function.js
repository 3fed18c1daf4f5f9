module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [30, 25, 20], backgroundColor: '#ffccbc' }] },
  options: {
    plugins: {
      datalabels: {
        font: (context) => {
          const width = context.chart.width;
          return { size: Math.round(width / 24) + context.dataIndex * 6, weight: context.dataIndex ? 'bold' : 'normal' };
        },
      },
    },
  },
};
