const config = {
  type: 'radar',
  data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ label: 'team', data: [4, 2, 5, 3], backgroundColor: 'rgba(0, 150, 136, 0.3)' }] },
  options: { plugins: { legend: { position: 'bottom' } } },
};

const chart = new Chart(document.getElementById('chart'), config);
window.chart = chart;
