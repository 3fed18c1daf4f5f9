Chart.defaults.elements.bar.borderRadius = (ctx) => ctx.raw * 4;

({
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [2, 5, 4] }] },
});
