const raw = [5, 9, 4, 12, 7, 10, 6, 13, 8];
const movingAverage = (list, size) =>
  list.map((_, i) => (i < size - 1 ? null : list.slice(i - size + 1, i + 1).reduce((a, b) => a + b) / size));

module.exports = {
  type: 'bar',
  data: {
    labels: raw.map((_, i) => `d${i + 1}`),
    datasets: [
      { label: 'raw', data: raw, backgroundColor: '#cfd8dc' },
      { type: 'line', label: 'mean of 3', data: movingAverage(raw, 3), borderColor: 'crimson', pointRadius: 0, borderWidth: 3 },
    ],
  },
};
