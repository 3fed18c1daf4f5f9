const line = (value, color) => ({
  type: 'line',
  yMin: value,
  yMax: value,
  borderColor: color,
  borderWidth: 2,
  label: { display: true, content: () => `${value} mg`, backgroundColor: () => color, position: 'start', font: { size: 11 } },
});

module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [40, 75, 50], backgroundColor: '#cfd8dc' }] },
  options: { plugins: { annotation: { annotations: [[20, 'green'], [45, 'orange'], [70, 'red']].map(([value, color]) => line(value, color)) } } },
};
