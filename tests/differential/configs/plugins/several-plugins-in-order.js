const layer = (id, color, offset) => ({
  id,
  beforeDraw: ({ ctx }) => {
    ctx.fillStyle = color;
    ctx.fillRect(offset, offset, 120, 80);
  },
});

module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [3, 8, 4], borderColor: 'black' }] },
  plugins: [layer('one', '#ffcdd2', 20), layer('two', '#c5e1a5', 50), layer('three', '#b3e5fc', 80)],
};
