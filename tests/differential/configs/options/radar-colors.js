module.exports = {
  type: 'radar',
  data: {
    labels: ['Speed', 'Power', 'Range', 'Price', 'Style'],
    datasets: [
      { label: 'Car A', data: [8, 6, 7, 4, 9] },
      { label: 'Car B', data: [5, 9, 6, 7, 4] },
    ],
  },
  options: {
    elements: {
      line: {
        borderColor: (ctx) => ['crimson', 'royalblue'][ctx.datasetIndex],
        backgroundColor: (ctx) => ['rgba(220, 20, 60, 0.2)', 'rgba(65, 105, 225, 0.2)'][ctx.datasetIndex],
        fill: true,
      },
      point: { radius: (ctx) => 1 + ctx.raw, backgroundColor: (ctx) => (ctx.raw > 6 ? 'black' : 'white') },
    },
  },
};
