module.exports = {
  type: 'bar',
  data: { labels: ['International', 'Domestic', 'Miscellaneous'], datasets: [{ label: 'Flights', data: [5, 9, 4] }] },
  options: {
    scales: {
      x: {
        ticks: {
          callback: function (value) {
            const label = this.getLabelForValue(value);
            return label.length > 6 ? label.substr(0, 6) + '…' : label;
          },
        },
      },
    },
  },
};
