module.exports = {
  type: 'bar',
  data: {
    labels: ['a', 'b'],
    datasets: [
      { label: 'one', data: [3, 4] },
      { label: 'two', data: [1, 2] },
    ],
  },
  plugins: [
    {
      id: 'palette',
      beforeUpdate(chart) {
        const palette = ['#ff7043', '#5c6bc0'];
        chart.data.datasets.forEach((dataset, i) => {
          dataset.backgroundColor = palette[i % palette.length];
        });
      },
    },
  ],
};
