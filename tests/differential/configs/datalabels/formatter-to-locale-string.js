module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ label: 'n', data: [1234567, 2345678], backgroundColor: '#c5e1a5' }] },
  options: {
    plugins: {
      datalabels: {
        font: { size: 15 },
        formatter: (value) => value.toLocaleString('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 }),
      },
    },
  },
};
