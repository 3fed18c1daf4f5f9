({
  type: 'doughnut',
  data: { labels: ['a', 'b'], datasets: [{ data: [100 - 35, 35] }] },
});
