Chart.defaults.scale.grid.color = 'rgba(255, 0, 0, 0.4)';
Chart.defaults.scales.linear.min = -5;
Chart.defaults.set('elements.line', { borderWidth: 6, tension: 0.4 });

const config = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [3, 5, 1], borderColor: 'navy' }] },
};
