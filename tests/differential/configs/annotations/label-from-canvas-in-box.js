const stamp = document.createElement('canvas');
stamp.width = 40;
stamp.height = 40;
const pen = stamp.getContext('2d');
pen.fillStyle = 'seagreen';
pen.fillRect(0, 0, 40, 40);
pen.fillStyle = 'white';
pen.beginPath();
pen.moveTo(20, 4);
pen.lineTo(36, 36);
pen.lineTo(4, 36);
pen.fill();

module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ label: 'n', data: [4, 7, 5, 3] }] },
  options: {
    plugins: {
      annotation: {
        annotations: {
          box: {
            type: 'box',
            xMin: 0,
            xMax: 2,
            yMin: 1,
            yMax: 6,
            backgroundColor: 'rgba(255, 235, 59, 0.4)',
            label: { display: true, content: () => stamp, width: '150%', height: 30, opacity: 0.6, position: { x: 'end', y: 'start' } },
          },
          line: {
            type: 'line',
            scaleID: 'y',
            value: 6.5,
            label: { display: true, content: stamp, padding: 4, borderWidth: 2, borderColor: 'black', backgroundColor: 'white' },
          },
        },
      },
    },
  },
};
