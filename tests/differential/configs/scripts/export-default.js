const palette = { primary: '#6200ee', secondary: '#03dac6' };

export default {
  type: 'bar',
  data: {
    labels: ['x', 'y'],
    datasets: Object.entries(palette).map(([label, backgroundColor], i) => ({ label, backgroundColor, data: [i + 1, 3 - i] })),
  },
};
