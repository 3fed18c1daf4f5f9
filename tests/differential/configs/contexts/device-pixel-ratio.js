// 200 x 150, ratio 2
module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'sharp', data: [1, 3, 2] }] },
  options: {
    borderColor: ({ chart }) => (chart.currentDevicePixelRatio === 2 ? 'teal' : 'red'),
    borderWidth: ({ chart }) => chart.currentDevicePixelRatio * 2,
  },
};
