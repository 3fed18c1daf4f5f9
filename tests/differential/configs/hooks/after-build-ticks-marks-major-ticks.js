module.exports = {
  type: 'line',
  data: { datasets: [{ data: [{ x: '2023-02-27', y: 2 }, { x: '2023-03-01', y: 4 }, { x: '2023-03-03', y: 1 }] }] },
  options: {
    scales: {
      x: {
        type: 'time',
        time: { unit: 'day' },
        afterBuildTicks(scale) {
          scale.ticks.forEach((tick) => {
            tick.major = new Date(tick.value).getUTCDate() === 1;
          });
        },
        ticks: { font: (ctx) => (ctx.tick && ctx.tick.major ? { weight: 'bold', size: 18 } : {}) },
      },
    },
  },
};
