module.exports = {
  type: 'bar',
  data: {
    labels: ['A', 'B', 'C'],
    datasets: [
      { label: 'One', data: [3, 6, 4] },
      { label: 'Two', data: [5, 2, 7] },
    ],
  },
  options: {
    elements: {
      bar: {
        backgroundColor: '#eee',
        borderWidth: 3,
        borderColor(context) {
          return ['#d33', '#339'][context.datasetIndex];
        },
      },
    },
  },
};
