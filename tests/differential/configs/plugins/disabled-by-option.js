const paint = (id, color, x) => ({
  id,
  afterDraw: ({ ctx }) => {
    ctx.fillStyle = color;
    ctx.fillRect(x, 60, 60, 60);
  },
});

module.exports = {
  type: 'line',
  data: { labels: ['a', 'b'], datasets: [{ data: [3, 8] }] },
  options: { plugins: { red: false } },
  plugins: [paint('red', 'red', 60), paint('green', 'green', 160)],
};
