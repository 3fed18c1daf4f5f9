{
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: `three ${'points'}`, data: [5 / 3, 2 ** 3, 10 % 4] }] },
};
