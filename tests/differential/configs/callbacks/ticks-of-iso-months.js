module.exports = {
  type: 'bar',
  data: { labels: ['2023-01-15', '2023-02-15', '2023-03-15'], datasets: [{ data: [4, 6, 5] }] },
  options: {
    scales: {
      x: {
        ticks: {
          callback(value) {
            const date = new Date(this.getLabelForValue(value));
            return ['Jan', 'Feb', 'Mar'][date.getUTCMonth()] + ' ' + date.toISOString().slice(2, 4);
          },
        },
      },
    },
  },
};
