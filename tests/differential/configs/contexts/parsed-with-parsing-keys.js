module.exports = {
  type: 'bar',
  data: {
    labels: ['a', 'b', 'c'],
    datasets: [
      {
        label: 'net',
        data: [
          { name: 'a', money: { net: 5 } },
          { name: 'b', money: { net: -2 } },
          { name: 'c', money: { net: 3 } },
        ],
        parsing: { xAxisKey: 'name', yAxisKey: 'money.net' },
        backgroundColor: (ctx) => (ctx.parsed.y < 0 ? 'red' : 'rgba(0, 128, 0, ' + ctx.raw.money.net / 5 + ')'),
      },
    ],
  },
};
