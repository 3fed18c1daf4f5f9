const tile = document.createElement('canvas');
tile.width = 8;
tile.height = 8;
const pen = tile.getContext('2d');
pen.fillStyle = '#b39ddb';
pen.fillRect(0, 0, 4, 4);
pen.fillRect(4, 4, 4, 4);
const pattern = document.createElement('canvas').getContext('2d').createPattern(tile, 'repeat');

module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ label: 'checked', data: [4, 7], backgroundColor: pattern, borderColor: '#4527a0', borderWidth: 2 }] },
};
