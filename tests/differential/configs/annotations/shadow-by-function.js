module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [4, 7, 5] }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          card: {
            type: 'box',
            xMin: 0.4,
            xMax: 1.6,
            yMin: 4.5,
            yMax: 6,
            backgroundColor: 'white',
            borderWidth: 1,
            backgroundShadowColor: () => 'rgba(0, 0, 0, 0.5)',
            shadowBlur: () => 10,
            shadowOffsetX: () => 5,
            shadowOffsetY: () => 5,
          },
        },
      },
    },
  },
};
