module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ label: 'n', data: [4, 7, 3, 6], backgroundColor: '#cfd8dc' }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          box: {
            type: 'box',
            xMin: () => 0.5,
            xMax: () => 2.5,
            yMin: () => 2,
            yMax: () => 6,
            backgroundColor: () => 'rgba(255, 193, 7, 0.4)',
            borderColor: () => 'rgb(255, 87, 34)',
            borderWidth: () => 4,
            borderDash: () => [10, 5],
            borderRadius: () => 12,
          },
        },
      },
    },
  },
};
