module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [4, 7, 5] }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          badge: {
            type: 'label',
            xValue: 1,
            yValue: 5,
            content: () => {
              const canvas = document.createElement('canvas');
              canvas.width = 60;
              canvas.height = 40;
              const pen = canvas.getContext('2d');
              pen.fillStyle = 'orange';
              pen.fillRect(0, 0, 60, 40);
              pen.fillStyle = 'navy';
              pen.beginPath();
              pen.arc(30, 20, 14, 0, 2 * Math.PI);
              pen.fill();
              return canvas;
            },
            width: () => 60,
            height: () => 40,
          },
        },
      },
    },
  },
};
