module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ data: [1, 6, 2, 5], borderColor: 'purple' }] },
  options: {
    elements: {
      point: { radius: 0 },
      line: { borderWidth: 22, borderCapStyle: () => 'round', borderJoinStyle: () => 'bevel' },
    },
  },
};
