Chart.defaults.color = 'purple';
Chart.defaults.borderColor = 'peru';

const config = {
  type: 'radar',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ label: 'n', data: [3, 5, 1, 4] }] },
};
