module.exports = {
  type: 'scatter',
  data: {
    datasets: [
      {
        data: [
          { x: '1', y: '4', team: 'red' },
          { x: '2', y: '2', team: 'blue' },
          { x: '3', y: '6', team: 'red' },
        ],
        backgroundColor: (ctx) => (ctx.raw ? ctx.raw.team : 'gray'),
        radius: (ctx) => (ctx.parsed ? ctx.parsed.x * 4 : 3),
      },
    ],
  },
};
