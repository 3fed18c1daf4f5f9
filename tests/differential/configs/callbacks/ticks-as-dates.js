module.exports = {
  type: 'scatter',
  data: { datasets: [{ data: [{ x: 1672531200000, y: 1 }, { x: 1675209600000, y: 4 }, { x: 1677628800000, y: 2 }], radius: 8 }] },
  options: {
    scales: {
      x: {
        min: 1672531200000,
        max: 1677628800000,
        ticks: {
          stepSize: 86400000 * 14,
          callback: (value) => {
            const date = new Date(value);
            return `${date.getDate()}.${date.getMonth() + 1}.${date.getFullYear()}`;
          },
        },
      },
    },
  },
};
