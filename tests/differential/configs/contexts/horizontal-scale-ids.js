module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [3, 4, 5], xAxisID: 'money' }] },
  options: {
    indexAxis: 'y',
    scales: { money: { axis: 'x', min: 0, max: 8, position: 'top' } },
    backgroundColor: ({ chart, parsed }) => (parsed && chart.scales.money && parsed.x > chart.scales.money.max / 2 ? 'gold' : 'silver'),
  },
};
