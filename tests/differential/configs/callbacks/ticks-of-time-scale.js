module.exports = {
  type: 'line',
  data: {
    datasets: [{ data: [{ x: '2023-03-01', y: 2 }, { x: '2023-03-03', y: 5 }, { x: '2023-03-05', y: 3 }] }],
  },
  options: {
    scales: {
      x: {
        type: 'time',
        time: { unit: 'day', displayFormats: { day: 'DD MMM' } },
        ticks: { callback: (label, index, ticks) => `${index}: ${new Date(ticks[index].value).getUTCDate()}` },
      },
    },
  },
};
