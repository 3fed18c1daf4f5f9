module.exports = {
  type: 'bar',
  data: {
    labels: ['a', 'b', 'c'],
    datasets: [
      {
        label: 'hatched',
        data: [4, 7, 5],
        borderColor: 'black',
        borderWidth: 1,
        backgroundColor: (context) => {
          const tile = new OffscreenCanvas(10, 10);
          const pen = tile.getContext('2d');
          pen.fillStyle = '#ffecb3';
          pen.fillRect(0, 0, 10, 10);
          pen.fillStyle = '#ff6f00';
          pen.fillRect(0, 0, 5, 5);
          return context.chart.ctx.createPattern(tile, 'repeat');
        },
      },
    ],
  },
};
