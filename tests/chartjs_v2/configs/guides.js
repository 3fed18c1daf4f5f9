// Titles, legends and mixed types.

const ABC = ['a', 'b', 'c'];
const TWO = [{ label: 'First', data: [1, 2, 3], backgroundColor: 'red' }, { label: 'Second', data: [3, 2, 1], backgroundColor: 'blue' }];

export default {
  'legend-left': { type: 'bar', data: { labels: ABC, datasets: TWO }, options: { legend: { position: 'left' } } },
  'legend-bottom-start': { type: 'bar', data: { labels: ABC, datasets: TWO }, options: { legend: { position: 'bottom', align: 'start', labels: { fontSize: 16, fontStyle: 'bold', fontColor: 'green', padding: 20 } } } },
  'legend-hidden-dataset': { type: 'bar', data: { labels: ABC, datasets: [TWO[0], { ...TWO[1], hidden: true }] }, options: { legend: { position: 'right' } } },
  'legend-point-style': { type: 'line', data: { labels: ABC, datasets: [{ label: 'Line', data: [1, 2, 3], borderColor: 'red', backgroundColor: 'pink' }, { label: 'Triangles', data: [3, 2, 1], pointStyle: 'triangle', borderColor: 'blue', pointBackgroundColor: 'navy', fill: false }] }, options: { legend: { labels: { usePointStyle: true } } } },
  'legend-wraps': { type: 'bar', data: { labels: ABC, datasets: Array.from({ length: 9 }, (_, index) => ({ label: `Dataset number ${index + 1}`, data: [index, index + 1, 2], backgroundColor: `hsl(${index * 40}, 60%, 50%)` })) }, options: { legend: { display: true } } },
  'title-right': { type: 'bar', data: { labels: ABC, datasets: TWO }, options: { title: { display: true, text: 'On the right', position: 'right', fontColor: 'red', fontStyle: 'normal', fontSize: 15 } } },
  'title-left-lines': { type: 'line', data: { labels: ABC, datasets: [{ label: 'One', data: [5, 6, 7], borderColor: 'black', fill: false }] }, options: { title: { display: true, text: ['Left', 'side'], position: 'left', padding: 4 } } },
  'font-defaults': { type: 'bar', data: { labels: ABC, datasets: TWO }, options: { defaultFontColor: 'red', legend: { labels: { fontColor: '#123456' } }, layout: { padding: 20 } } },
  'mixed-bar-line': {
    type: 'bar',
    data: { labels: ABC, datasets: [{ type: 'line', label: 'Trend', data: [10, 12, 11], borderColor: 'black', fill: false }, { label: 'Bars', data: [8, 14, 12], backgroundColor: 'silver' }] },
    options: { title: { display: true, text: 'Mixed' }, scales: { yAxes: [{ ticks: { beginAtZero: true } }] } },
  },
  'mixed-order': {
    type: 'bar',
    data: { labels: ABC, datasets: [{ label: 'Bars', data: [8, 14, 12], backgroundColor: 'silver', order: 2 }, { type: 'line', label: 'Trend', data: [10, 12, 11], borderColor: 'black', order: 1 }] },
    options: { legend: { reverse: true } },
  },
  'lambda-of-old': {
    type: 'line',
    data: { labels: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'], datasets: [{ label: 'Remaining', data: [100, 80, 70, 30, 0], lineTension: 0, fill: false, borderColor: '#4bc0c0', pointBackgroundColor: '#4bc0c0' }] },
    options: { responsive: false, animation: false, tooltips: { mode: 'index' }, hover: { mode: 'nearest' }, title: { display: true, text: 'Burndown' }, scales: { yAxes: [{ ticks: { beginAtZero: true, max: 100 } }] } },
  },
};
