const flag = document.createElement('canvas');
flag.width = 18;
flag.height = 12;
const pen = flag.getContext('2d');
pen.fillStyle = 'crimson';
pen.fillRect(0, 0, 18, 6);
pen.fillStyle = 'gold';
pen.fillRect(0, 6, 18, 6);

module.exports = {
  type: 'line',
  data: {
    labels: ['a', 'b', 'c', 'd'],
    datasets: [
      { label: 'flags', data: [4, 7, 5, 3], pointStyle: flag, borderColor: 'gray' },
      { label: 'one flag', data: [2, 3, 1, 6], pointStyle: ({ dataIndex }) => (dataIndex === 2 ? flag : 'rectRot'), pointRadius: 6, pointRotation: ({ dataIndex }) => 15 * dataIndex },
    ],
  },
  options: { plugins: { legend: { labels: { usePointStyle: true } } } },
};
