const base = { borderWidth: 2, borderColor: 'black', borderRadius: 6 };
const series = { north: [1, 2, 3], south: [3, 2, 1] };

const config = {
  type: 'bar',
  data: {
    labels: [...'abc'],
    datasets: [
      { ...base, label: 'north', data: series.north, backgroundColor: '#4fc3f7' },
      { ...base, label: 'south', data: series.south, backgroundColor: '#ffb74d', borderRadius: 0 },
    ],
  },
  options: { ...{ indexAxis: 'y' } },
};

module.exports = config;
