module.exports = {
  type: 'line',
  data: {
    datasets: [{ label: 'n', data: [{ x: '2023-06-01', y: 4 }, { x: '2023-06-04', y: 7 }, { x: '2023-06-07', y: 5 }] }],
  },
  options: {
    scales: { x: { type: 'time', time: { unit: 'day' } } },
    plugins: {
      annotation: {
        annotations: {
          release: {
            type: 'line',
            scaleID: 'x',
            value: () => new Date('2023-06-03T12:00:00Z').getTime(),
            borderColor: 'red',
            borderWidth: 3,
            label: { display: true, content: () => new Date(Date.UTC(2023, 5, 3)).toISOString().slice(0, 10), position: 'start' },
          },
        },
      },
    },
  },
};
