module.exports = {
  type: 'bar',
  data: {
    labels: ['Q1', 'Q2', 'Q3'],
    datasets: [
      {
        label: 'Revenue',
        data: [30, 45, 60],
        borderSkipped: false,
        backgroundColor: '#7c4dff',
        borderRadius: function (context) {
          const last = context.dataIndex === context.dataset.data.length - 1;
          return last ? { topLeft: 20, topRight: 20 } : { bottomLeft: 12 };
        },
      },
    ],
  },
};
