module.exports = {
  type: 'line',
  data: {
    labels: ['8h', '10h', '12h', '14h', '16h', '18h'],
    datasets: [
      {
        label: 'Temperature',
        data: [18.5, 21, 26.5, 28, 24, 19],
        borderColor: '#999',
        pointRadius: 7,
        pointBackgroundColor: function (context) {
          var value = context.dataset.data[context.dataIndex];
          return value > 25 ? 'red' : value > 20 ? 'gold' : 'skyblue';
        },
      },
    ],
  },
};
