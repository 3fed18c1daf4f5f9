Chart.defaults.locale = 'fr';

const config = {
  type: 'line',
  data: { datasets: [{ label: 'n', data: [{ x: 0.25, y: 1200000 }, { x: 1.75, y: 4500000 }] }] },
  options: { scales: { x: { type: 'linear' }, y: { ticks: { format: { notation: 'compact' } } } } },
};
