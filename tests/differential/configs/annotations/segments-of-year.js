const quarters = ['#ffcdd2', '#c8e6c9', '#bbdefb', '#ffe0b2'];

module.exports = {
  type: 'line',
  data: {
    labels: ['J', 'F', 'M', 'A', 'M', 'J', 'J', 'A', 'S', 'O', 'N', 'D'],
    datasets: [{ label: 'rain', data: [5, 4, 6, 7, 9, 8, 6, 5, 7, 9, 8, 6], borderColor: '#01579b' }],
  },
  options: {
    scales: { x: { offset: true } },
    plugins: {
      annotation: {
        annotations: quarters.reduce(
          (all, color, index) => ({
            ...all,
            [`q${index + 1}`]: {
              type: 'box',
              drawTime: 'beforeDraw',
              xMin: index * 3 - 0.5,
              xMax: index * 3 + 2.5,
              backgroundColor: color,
              borderWidth: 0,
              label: { display: true, content: (ctx) => ctx.id.toUpperCase(), position: { x: 'center', y: 'end' } },
            },
          }),
          {},
        ),
      },
    },
  },
};
