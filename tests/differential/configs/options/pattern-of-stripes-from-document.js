module.exports = {
  type: 'pie',
  data: {
    labels: ['plain', 'striped'],
    datasets: [
      {
        data: [4, 6],
        backgroundColor(context) {
          if (context.dataIndex === 0) return '#90caf9';
          const shape = document.createElement('canvas');
          shape.width = 12;
          shape.height = 12;
          const c = shape.getContext('2d');
          c.fillStyle = '#e3f2fd';
          c.fillRect(0, 0, 12, 12);
          c.fillStyle = '#0d47a1';
          c.fillRect(0, 0, 12, 4);
          return context.chart.ctx.createPattern(shape, 'repeat');
        },
      },
    ],
  },
};
