module.exports = {
  type: 'pie',
  data: { labels: ['a', 'b'], datasets: [{ data: [3, 4], backgroundColor: ['coral', 'khaki'] }] },
  options: { plugins: { legend: { position: 'left' } } },
  plugins: [
    {
      beforeInit: function (chart) {
        const fitValue = chart.legend.fit;
        chart.legend.fit = function fit() {
          fitValue.bind(chart.legend)();
          return (this.width += 50);
        };
      },
    },
  ],
};
