module.exports = {
  type: 'bar',
  data: {
    labels: ['a', 'b', 'c'],
    datasets: [
      { label: 'bars', data: [2, 4, 3] },
      { label: 'line', type: 'line', data: [3, 5, 4] },
    ],
  },
  options: {
    datasets: {
      bar: { backgroundColor: (ctx) => (ctx.dataIndex === 1 ? 'orange' : 'khaki'), borderWidth: () => 2, borderColor: 'brown' },
      line: { borderColor: () => 'navy', pointRadius: (ctx) => ctx.raw * 2, pointBackgroundColor: () => 'white' },
    },
  },
};
