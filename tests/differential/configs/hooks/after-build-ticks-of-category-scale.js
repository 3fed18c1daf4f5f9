module.exports = {
  type: 'bar',
  data: { labels: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'], datasets: [{ data: [1, 2, 3, 4, 5, 6] }] },
  options: {
    scales: { x: { afterBuildTicks: (scale) => { scale.ticks = scale.ticks.filter((_, index) => index % 3 === 0); } } },
  },
};
