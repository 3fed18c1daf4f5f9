module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [4, 7, 5], backgroundColor: '#eceff1' }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          note: {
            type: 'label',
            xValue: 1,
            yValue: 3,
            content: 'checked',
            borderColor: () => 'seagreen',
            borderWidth: () => 3,
            backgroundColor: 'white',
            rotation: () => -15,
            padding: () => ({ x: 12, y: 6 }),
            font: { size: 20 },
          },
        },
      },
    },
  },
};
