module.exports = {
  type: 'line',
  data: {
    labels: ['2019', '2020', '2021', '2022', '2023', '2024'],
    datasets: [
      {
        label: 'Users',
        data: [5, 8, 13, 21, 34, 55],
        tension: 0.3,
        borderColor: 'darkorange',
        borderWidth: 4,
        segment: {
          borderDash: (ctx) => (ctx.p1DataIndex > 3 ? [8, 5] : []),
          borderDashOffset: (ctx) => ctx.p0DataIndex,
        },
      },
    ],
  },
};
