module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [3, 400, 80000], backgroundColor: '#607d8b' }] },
  options: {
    scales: {
      y: {
        type: 'logarithmic',
        afterBuildTicks: (scale) => {
          const decades = [];
          for (let value = 1; value <= 100000; value *= 10) decades.push({ value });
          scale.ticks = decades;
        },
      },
    },
  },
};
