module.exports = {
  type: 'bar',
  data: {
    labels: ['Alpha', 'Beta', 'Gamma', 'Delta'],
    datasets: [
      {
        label: 'Score',
        data: [55, 80, 23, 64],
        backgroundColor: (c) => `hsl(${c.parsed.x * 1.2}, 70%, 50%)`,
      },
    ],
  },
  options: { indexAxis: 'y' },
};
