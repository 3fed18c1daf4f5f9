module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ label: 'spaced', data: [3, 4], backgroundColor: 'teal' }] },
  plugins: [
    {
      id: 'legendMargin',
      beforeInit(chart) {
        const originalFit = chart.legend.fit;
        chart.legend.fit = function fit() {
          originalFit.bind(chart.legend)();
          this.height += 40;
        };
      },
    },
  ],
};
