module.exports = {
  type: 'bar',
  data: {
    datasets: [
      {
        label: 'visits',
        data: [
          { x: '2023-05-05', y: 4 },
          { x: '2023-05-06', y: 9 },
          { x: '2023-05-07', y: 8 },
          { x: '2023-05-08', y: 5 },
        ],
        backgroundColor: (ctx) => {
          const day = new Date(ctx.parsed.x).getUTCDay();
          return day === 0 || day === 6 ? 'salmon' : 'cornflowerblue';
        },
      },
    ],
  },
  options: { scales: { x: { type: 'time', time: { unit: 'day' } } } },
};
