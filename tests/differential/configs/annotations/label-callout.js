module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ label: 'n', data: [4, 7, 3, 6] }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          note: {
            type: 'label',
            xValue: 2,
            yValue: 3,
            xAdjust: 40,
            yAdjust: -70,
            content: () => 'the low',
            backgroundColor: '#fff59d',
            callout: { display: () => true, borderColor: () => 'black', borderWidth: () => 2, side: () => 10, start: () => '50%' },
          },
        },
      },
    },
  },
};
