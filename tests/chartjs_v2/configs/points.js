// Scatter and bubble charts, and logarithmic axes.

export default {
  'scatter-plain': {
    type: 'scatter',
    data: { datasets: [{ label: 'Samples', data: [{ x: -10, y: 0 }, { x: 0, y: 10 }, { x: 10, y: 5 }, { x: 4.5, y: 7.25 }], backgroundColor: 'rgba(255, 99, 132, 0.6)', pointBackgroundColor: 'rgb(255, 99, 132)' }] },
    options: { title: { display: true, text: 'Scatter' } },
  },
  'scatter-with-line': {
    type: 'scatter',
    data: { datasets: [{ label: 'Path', data: [{ x: 1, y: 1 }, { x: 2, y: 4 }, { x: 3, y: 9 }], showLine: true, fill: false, borderColor: 'teal' }] },
    options: { scales: { xAxes: [{ type: 'linear', position: 'bottom', scaleLabel: { display: true, labelString: 'x' } }], yAxes: [{ scaleLabel: { display: true, labelString: 'x squared' } }] } },
  },
  'scatter-limits': {
    type: 'scatter',
    data: { datasets: [{ label: 'P', data: [{ x: 1500, y: 0.2 }, { x: 2500, y: 0.9 }], pointBackgroundColor: 'black', pointRadius: 5 }] },
    options: { legend: { display: false }, scales: { xAxes: [{ ticks: { min: 1000, max: 3000 } }], yAxes: [{ ticks: { min: 0, max: 1, stepSize: 0.25 } }] } },
  },
  'bubble-plain': {
    type: 'bubble',
    data: { datasets: [{ label: 'Data 1', data: [{ x: 1, y: 4, r: 9 }, { x: 2, y: 4, r: 6 }, { x: 3, y: 8, r: 30 }, { x: 0, y: 10, r: 1 }], backgroundColor: 'rgba(0, 0, 255, 0.3)', borderColor: 'blue' }] },
    options: { legend: { position: 'bottom' } },
  },
  'log-y': {
    type: 'line',
    data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ label: 'Growth', data: [1, 20, 300, 4000], borderColor: 'red', fill: false }] },
    options: { scales: { yAxes: [{ type: 'logarithmic' }] } },
  },
  'log-y-decimals': {
    type: 'line',
    data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'Share', data: [0.004, 0.03, 0.8], borderColor: 'red', fill: false }] },
    options: { scales: { yAxes: [{ type: 'logarithmic', position: 'right' }] } },
  },
  'log-y-zero': {
    type: 'bar',
    data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'Count', data: [0, 30, 7000], backgroundColor: 'green' }] },
    options: { scales: { yAxes: [{ type: 'logarithmic' }] } },
  },
  'log-limits': {
    type: 'bar',
    data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'Count', data: [15, 30, 7000], backgroundColor: 'green' }] },
    options: { scales: { yAxes: [{ type: 'logarithmic', ticks: { min: 10, max: 10000 } }] } },
  },
  'log-x': {
    type: 'scatter',
    data: { datasets: [{ label: 'Response', data: [{ x: 10, y: 0 }, { x: 1000, y: -3 }, { x: 20000, y: -20 }], pointBackgroundColor: 'blue', showLine: true, fill: false, borderColor: 'blue' }] },
    options: { scales: { xAxes: [{ type: 'logarithmic', position: 'bottom' }] } },
  },
  'bubble-log': {
    type: 'bubble',
    data: { datasets: [{ label: 'B', data: [{ x: 10, y: 4, r: 5 }, { x: 2000, y: 8, r: 3 }], backgroundColor: 'red' }, { label: 'C', data: [{ x: 300, y: 6, r: 10 }] }] },
    options: { scales: { xAxes: [{ type: 'logarithmic' }], yAxes: [{ ticks: { beginAtZero: true } }] } },
  },
  'scatter-default-colors': {
    type: 'scatter',
    data: { datasets: [{ label: 'P', data: [{ x: 1, y: 1 }, { x: 2, y: 3 }] }] },
    options: { scales: { yAxes: [{}] } },
  },
  'log-one-value': {
    type: 'bar',
    data: { labels: ['a'], datasets: [{ label: 'n', data: [500], backgroundColor: 'red' }] },
    options: { scales: { yAxes: [{ type: 'logarithmic' }] } },
  },
  'log-horizontal': {
    type: 'horizontalBar',
    data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [500, 20, 1e6], backgroundColor: 'red' }] },
    options: { scales: { xAxes: [{ type: 'logarithmic', position: 'bottom' }] } },
  },
};
