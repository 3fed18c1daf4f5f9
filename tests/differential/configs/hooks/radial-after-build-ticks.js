module.exports = {
  type: 'radar',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ data: [30, 70, 50, 90], borderColor: 'black' }] },
  options: {
    scales: {
      r: {
        min: 0,
        max: 100,
        grid: { lineWidth: 3, color: 'gray' },
        afterBuildTicks: (scale) => {
          scale.ticks = [{ value: 0 }, { value: 30 }, { value: 100 }];
        },
      },
    },
  },
};
