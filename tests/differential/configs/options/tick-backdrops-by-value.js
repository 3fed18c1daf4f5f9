module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [10, 40, 25] }] },
  options: {
    scales: {
      y: {
        ticks: {
          showLabelBackdrop: (ctx) => ctx.tick.value >= 20,
          backdropColor: (ctx) => (ctx.tick.value >= 35 ? 'gold' : 'lightgreen'),
          backdropPadding: () => 4,
        },
      },
    },
  },
};
