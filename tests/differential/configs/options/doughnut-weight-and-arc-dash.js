module.exports = {
  type: 'doughnut',
  data: {
    labels: ['a', 'b', 'c'],
    datasets: [
      { data: [3, 4, 5], backgroundColor: ['#ffccbc', '#c8e6c9', '#bbdefb'], borderColor: 'black', borderWidth: 3, borderDash: (ctx) => [4 + 4 * ctx.dataIndex, 4], borderDashOffset: (ctx) => ctx.dataIndex * 2 },
      { data: [5, 2, 6], backgroundColor: (ctx) => ['#ff7043', '#66bb6a', '#42a5f5'][ctx.dataIndex], weight: 2 },
    ],
  },
};
