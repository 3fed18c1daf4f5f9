module.exports = {
  type: 'bar',
  data: {
    datasets: [{ label: 'events', data: [{ x: 1680300000, y: 4 }, { x: 1680307200, y: 7 }, { x: 1680314400, y: 3 }] }],
  },
  options: { scales: { x: { type: 'time', time: { unit: 'hour', parser: (value) => value * 1000 } } } },
};
