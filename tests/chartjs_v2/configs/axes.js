// Options of axes, and several axes.

const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'];

export default {
  'axes-two': {
    type: 'line',
    data: {
      labels: QUARTERS,
      datasets: [
        { label: 'Orders', data: [12, 19, 3, 5], yAxisID: 'left', borderColor: 'red', fill: false },
        { label: 'Price', data: [271, 289, 377, 398], yAxisID: 'right', borderColor: 'blue', fill: false },
      ],
    },
    options: { scales: { yAxes: [{ id: 'left', type: 'linear', position: 'left' }, { id: 'right', type: 'linear', position: 'right', gridLines: { drawOnChartArea: false } }] } },
  },
  'axes-two-bar-line': {
    type: 'bar',
    data: {
      labels: QUARTERS,
      datasets: [
        { type: 'line', label: 'Margin', data: [0.21, 0.25, 0.19, 0.3], yAxisID: 'share', borderColor: '#444', fill: false },
        { label: 'Revenue', data: [120000, 135500, 128000, 151000], yAxisID: 'money', backgroundColor: '#7cb5ec' },
      ],
    },
    options: { scales: { yAxes: [{ id: 'money', ticks: { beginAtZero: true } }, { id: 'share', position: 'right', ticks: { min: 0, max: 1 } }] } },
  },
  'axes-default-ids': {
    type: 'bar',
    data: { labels: QUARTERS, datasets: [{ label: 'A', data: [1, 2, 3, 4], yAxisID: 'y-axis-0', backgroundColor: 'red' }, { label: 'B', data: [100, 300, 200, 400], yAxisID: 'y-axis-1', backgroundColor: 'blue' }] },
    options: { scales: { yAxes: [{ position: 'left' }, { position: 'right' }] } },
  },
  'axis-steps': {
    type: 'line',
    data: { labels: QUARTERS, datasets: [{ label: 'A', data: [3, 17, 11, 8], borderColor: 'red' }] },
    options: { scales: { yAxes: [{ ticks: { min: 0, max: 20, stepSize: 5 } }] } },
  },
  'axis-uneven-limits': {
    type: 'line',
    data: { labels: QUARTERS, datasets: [{ label: 'A', data: [3, 17, 11, 8], borderColor: 'red' }] },
    options: { scales: { yAxes: [{ ticks: { min: 1.5, max: 18.2 } }] } },
  },
  'axis-limit-and-step': {
    type: 'line',
    data: { labels: QUARTERS, datasets: [{ label: 'A', data: [3, 17, 11, 8], borderColor: 'red' }] },
    options: { scales: { yAxes: [{ ticks: { max: 23, stepSize: 4 } }] } },
  },
  'axis-few-ticks': {
    type: 'line',
    data: { labels: QUARTERS, datasets: [{ label: 'A', data: [3210, 1790, 2311, 8450], borderColor: 'red' }] },
    options: { scales: { yAxes: [{ ticks: { maxTicksLimit: 4, beginAtZero: true } }] } },
  },
  'axis-precision': {
    type: 'line',
    data: { labels: QUARTERS, datasets: [{ label: 'A', data: [0, 1, 2, 1], borderColor: 'red' }] },
    options: { scales: { yAxes: [{ ticks: { precision: 0 } }] } },
  },
  'axis-suggested': {
    type: 'line',
    data: { labels: QUARTERS, datasets: [{ label: 'A', data: [45, 51, 48, 50], borderColor: 'red' }] },
    options: { scales: { yAxes: [{ ticks: { suggestedMin: 30, suggestedMax: 72 } }] } },
  },
  'axis-reverse': {
    type: 'line',
    data: { labels: QUARTERS, datasets: [{ label: 'Rank', data: [1, 4, 2, 3], borderColor: 'red', fill: false }] },
    options: { scales: { yAxes: [{ ticks: { reverse: true, stepSize: 1 } }] } },
  },
  'axis-looks': {
    type: 'bar',
    data: { labels: QUARTERS, datasets: [{ label: 'A', data: [1, 4, 2, 3], backgroundColor: 'red' }] },
    options: {
      scales: {
        xAxes: [{ gridLines: { color: 'lightblue', lineWidth: 2, borderDash: [3, 3] }, ticks: { fontColor: 'blue', fontSize: 16, fontStyle: 'bold' }, scaleLabel: { display: true, labelString: 'Quarter', fontColor: 'blue', fontSize: 14, fontStyle: 'bold' } }],
        yAxes: [{ gridLines: { drawBorder: false, zeroLineColor: 'black', tickMarkLength: 4 }, ticks: { padding: 12, fontColor: '#0f0' }, scaleLabel: { display: true, labelString: ['Two', 'lines'] } }],
      },
    },
  },
  'axis-hidden': {
    type: 'line',
    data: { labels: QUARTERS, datasets: [{ label: 'A', data: [1, 4, 2, 3], borderColor: 'red', fill: false }] },
    options: { legend: { display: false }, scales: { xAxes: [{ display: false }], yAxes: [{ display: false }] } },
  },
  'axis-without-ticks': {
    type: 'line',
    data: { labels: QUARTERS, datasets: [{ label: 'A', data: [1, 4, 2, 3], borderColor: 'red', fill: false }] },
    options: { scales: { xAxes: [{ gridLines: { display: false } }], yAxes: [{ ticks: { display: false }, gridLines: { drawTicks: false } }] } },
  },
  'axis-top': {
    type: 'bar',
    data: { labels: QUARTERS, datasets: [{ label: 'A', data: [10, 40, 20, 30], backgroundColor: 'red' }] },
    options: { scales: { xAxes: [{ position: 'top' }], yAxes: [{ position: 'right', ticks: { beginAtZero: true } }] } },
  },
  'axis-turned-labels': {
    type: 'line',
    data: { labels: QUARTERS, datasets: [{ label: 'A', data: [10, 40, 20, 30], borderColor: 'red' }] },
    options: { scales: { xAxes: [{ ticks: { minRotation: 45, maxRotation: 45 } }] } },
  },
  'axis-no-autoskip': {
    type: 'line',
    data: { labels: Array.from({ length: 40 }, (_, index) => `item ${index}`), datasets: [{ label: 'A', data: Array.from({ length: 40 }, (_, index) => index * index), borderColor: 'red', pointRadius: 0 }] },
    options: { scales: { xAxes: [{ ticks: { autoSkip: false, maxRotation: 90 } }] } },
  },
  'axis-max-labels': {
    type: 'line',
    data: { labels: Array.from({ length: 40 }, (_, index) => `item ${index}`), datasets: [{ label: 'A', data: Array.from({ length: 40 }, (_, index) => -index * index), borderColor: 'red', pointRadius: 0 }] },
    options: { scales: { xAxes: [{ ticks: { maxTicksLimit: 7 } }] } },
  },
  'axis-category-limits': {
    type: 'line',
    data: { labels: ['a', 'b', 'c', 'd', 'e'], datasets: [{ label: 'A', data: [10, 40, 20, 30, 25], borderColor: 'red' }] },
    options: { scales: { xAxes: [{ ticks: { min: 'b', max: 'd' } }] } },
  },
  'axis-lines-of-labels': {
    type: 'bar',
    data: { labels: [['Jan', '2020'], ['Feb', '2020'], ['Mar', '2020']], datasets: [{ label: 'A', data: [10, 40, 20], backgroundColor: 'red' }] },
    options: { scales: { yAxes: [{ ticks: { beginAtZero: true } }] } },
  },
  'axis-offset-line': {
    type: 'line',
    data: { labels: QUARTERS, datasets: [{ label: 'A', data: [10, 40, 20, 30], borderColor: 'red' }] },
    options: { scales: { xAxes: [{ offset: true }], yAxes: [{ gridLines: { color: ['red', 'green', 'blue'] } }] } },
  },
  'axes-two-scales': {
    type: 'line',
    data: { labels: QUARTERS, datasets: [{ label: 'A', data: [1, 200, 3e4, 5], yAxisID: 'log', borderColor: 'red', fill: false }, { label: 'B', data: [-5, 2, 8, 3], yAxisID: 'lin', borderColor: 'blue' }] },
    options: { scales: { yAxes: [{ id: 'log', type: 'logarithmic', scaleLabel: { display: true, labelString: 'logarithmic' } }, { id: 'lin', type: 'linear', position: 'right', scaleLabel: { display: true, labelString: 'linear' } }] } },
  },
  'axes-stacked-and-not': {
    type: 'bar',
    data: { labels: QUARTERS, datasets: [{ label: 'A', data: [10, 20, 30, 40], stack: 's', backgroundColor: 'red' }, { label: 'B', data: [5, 6, 7, 8], stack: 's', backgroundColor: 'blue' }, { label: 'C', type: 'line', data: [900, 870, 910, 905], yAxisID: 'r', borderColor: 'black', fill: false }] },
    options: { scales: { xAxes: [{ stacked: true }], yAxes: [{ id: 'l', stacked: true }, { id: 'r', position: 'right' }] } },
  },
  'axis-of-nothing': {
    type: 'line',
    data: { labels: QUARTERS, datasets: [{ label: 'A', data: [], borderColor: 'red' }] },
    options: { scales: { yAxes: [{ scaleLabel: { display: true, labelString: 'none' } }] } },
  },
  'axis-limit-max-only': {
    type: 'line',
    data: { labels: QUARTERS, datasets: [{ label: 'A', data: [12, 47, 31, 8], borderColor: 'red' }] },
    options: { scales: { yAxes: [{ ticks: { max: 60 } }] } },
  },
  'axis-step-decimals': {
    type: 'line',
    data: { labels: QUARTERS, datasets: [{ label: 'A', data: [0.1, 0.7, 0.4, 0.2], borderColor: 'red' }] },
    options: { scales: { yAxes: [{ ticks: { beginAtZero: true, stepSize: 0.2 } }] } },
  },
  'axis-millions': {
    type: 'bar',
    data: { labels: QUARTERS, datasets: [{ label: 'A', data: [1250000, 3400000, 2100000, 4875000], backgroundColor: 'red' }] },
    options: { scales: { yAxes: [{ ticks: { beginAtZero: true, maxTicksLimit: 6 } }] } },
  },
  'axis-small-font': {
    type: 'bar',
    data: { labels: QUARTERS, datasets: [{ label: 'A', data: [125, 340, 210, 487], backgroundColor: 'red' }] },
    options: { scales: { xAxes: [{ ticks: { fontSize: 8 } }], yAxes: [{ ticks: { fontSize: 24, beginAtZero: true } }] } },
  },
  'axis-turned-numbers': {
    type: 'scatter',
    data: { datasets: [{ label: 'n', data: [{ x: 0, y: 1 }, { x: 5, y: 3 }], pointBackgroundColor: 'red' }] },
    options: { scales: { xAxes: [{ ticks: { minRotation: 30 } }] } },
  },
  'axis-line-with-stack': {
    type: 'line',
    data: { labels: QUARTERS, datasets: [{ label: 'A', stack: 's', data: [81, 85, 83, 82], borderColor: 'red', fill: false }] },
    options: { scales: { yAxes: [{}] } },
  },
};
