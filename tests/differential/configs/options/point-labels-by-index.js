module.exports = {
  type: 'radar',
  data: { labels: ['Alpha', 'Beta', 'Gamma', 'Delta', 'Eta'], datasets: [{ data: [3, 5, 4, 2, 5] }] },
  options: {
    scales: {
      r: {
        pointLabels: {
          color: (ctx) => ['red', 'green', 'blue', 'orange', 'purple'][ctx.index],
          font: (ctx) => ({ size: 10 + ctx.index * 2, weight: ctx.label === 'Gamma' ? 'bold' : 'normal' }),
          backdropColor: (ctx) => (ctx.index % 2 ? '#eee' : undefined),
          backdropPadding: (ctx) => 1 + ctx.index,
          borderRadius: () => 4,
        },
      },
    },
  },
};
