module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [10, 40, 20] }] },
  options: {
    scales: {
      y: {
        grid: {
          lineWidth: 2,
          color: ({ scale, tick }) => {
            const share = (tick.value - scale.min) / (scale.max - scale.min);
            return `rgb(${Math.round(255 * share)}, 0, ${Math.round(255 * (1 - share))})`;
          },
        },
        ticks: { color: ({ scale, index }) => (index === scale.ticks.length - 1 ? 'red' : 'black'), font: { size: 16 } },
      },
    },
  },
};
