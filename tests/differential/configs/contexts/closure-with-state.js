let calls = 0;
const seen = new Set();

module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c', 'd', 'e'], datasets: [{ data: [3, 4, 5, 4, 3] }] },
  options: {
    plugins: { legend: { display: false } },
    backgroundColor: (ctx) => {
      calls += 1;
      seen.add(ctx.dataIndex);
      return calls > 0 && seen.has(ctx.dataIndex) && ctx.dataIndex % 2 ? 'purple' : 'pink';
    },
  },
};
