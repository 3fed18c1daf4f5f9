module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [30, 25, 20], backgroundColor: '#bdbdbd' }] },
  options: {
    plugins: {
      datalabels: {
        backgroundColor: (ctx) => ['#ffcdd2', '#c8e6c9', '#bbdefb'][ctx.dataIndex],
        borderColor: () => 'black',
        borderWidth: (ctx) => 1 + ctx.dataIndex,
        borderRadius: (ctx) => ctx.dataIndex * 8,
        padding: () => ({ top: 8, bottom: 8, left: 14, right: 14 }),
      },
    },
  },
};
