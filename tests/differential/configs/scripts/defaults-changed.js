Chart.defaults.font.size = 18;
Chart.defaults.color = 'darkgreen';
Chart.defaults.plugins.legend.position = 'bottom';
Chart.defaults.elements.bar.borderWidth = 3;

module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ label: 'styled', data: [3, 5], borderColor: 'black' }] },
};
