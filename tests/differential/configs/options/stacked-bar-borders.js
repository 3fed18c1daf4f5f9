module.exports = {
  type: 'bar',
  data: {
    labels: ['2021', '2022', '2023'],
    datasets: ['low', 'mid', 'high'].map((label, index) => ({
      label,
      data: [3 + index, 5 - index, 4],
      backgroundColor: ['#bbdefb', '#64b5f6', '#1976d2'][index],
      borderColor: 'black',
      borderWidth: (ctx) => (ctx.dataset.label === 'mid' ? 2 : 0),
    })),
  },
  options: { scales: { x: { stacked: true }, y: { stacked: true } } },
};
