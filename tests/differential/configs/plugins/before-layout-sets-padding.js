module.exports = {
  type: 'line',
  data: { labels: ['a', 'b'], datasets: [{ data: [3, 4] }] },
  plugins: [
    {
      id: 'pad',
      beforeLayout: (chart) => {
        chart.options.layout.padding = { left: 60, right: 20, top: 0, bottom: 30 };
      },
    },
  ],
};
