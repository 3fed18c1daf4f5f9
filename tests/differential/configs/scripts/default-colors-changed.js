Chart.defaults.color = 'purple';
Chart.defaults.borderColor = 'peru';
Chart.defaults.backgroundColor = 'gold';
Chart.defaults.scale.title.color = 'teal';

const config = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [3, 5, 1] }] },
  options: {
    plugins: { title: { display: true, text: 'Title' }, subtitle: { display: true, text: 'Subtitle' } },
    scales: { x: { title: { display: true, text: 'x' } }, y: { ticks: { color: 'black' } } },
  },
};
