module.exports = {
  type: 'line',
  data: {
    labels: [1, 2, 3, 4, 5],
    datasets: [
      {
        data: [2, 4, 3, 6, 5],
        borderColor: '#3f51b5',
        segment: {
          borderWidth: ({ p0DataIndex }) => 2 + 4 * p0DataIndex,
          borderCapStyle: () => 'round',
        },
      },
    ],
  },
  options: { elements: { point: { radius: 0 } } },
};
