// Lines and areas.

export default {
  'line-two': {
    type: 'line',
    data: {
      labels: ['January', 'February', 'March', 'April', 'May'],
      datasets: [
        { label: 'Dogs', data: [50, 60, 70, 180, 190], fill: false, borderColor: 'blue' },
        { label: 'Cats', data: [100, 200, 300, 400, 500], fill: false, borderColor: 'green' },
      ],
    },
    options: { scales: { yAxes: [{}] } },
  },
  'line-default': {
    type: 'line',
    data: { labels: ['a', 'b', 'c', 'd'], datasets: [{ label: 'Plain', data: [3, 1, 4, 1] }] },
    options: { legend: { display: true } },
  },
  'line-unfilled-key': {
    type: 'line',
    data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'Unfilled', data: [1, 2, 3], fill: false, backgroundColor: 'rgba(255, 0, 0, 0.3)', borderColor: 'red', borderWidth: 1 }, { label: 'Dashed', data: [3, 2, 1], borderDash: [5, 5], borderColor: '#333', fill: false }] },
    options: { title: { display: true, text: ['Two', 'lines'] } },
  },
  'line-large-values': {
    type: 'line',
    data: { labels: ['2016', '2017', '2018', '2019'], datasets: [{ label: 'Requests', data: [120000, 95000, 180500, 210000], borderColor: 'purple', backgroundColor: 'rgba(128,0,128,.1)' }] },
    options: { scales: { yAxes: [{ ticks: { beginAtZero: true } }] } },
  },
  'line-huge-values': {
    type: 'line',
    data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'Atoms', data: [1.2e21, 3.4e21, 2.2e21], borderColor: 'black' }] },
    options: { scales: { yAxes: [{}] } },
  },
  'line-tiny-values': {
    type: 'line',
    data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'Error', data: [0.000012, 0.000034, 0.000021], borderColor: 'black', fill: false }] },
    options: { scales: { yAxes: [{ ticks: { beginAtZero: true } }] } },
  },
  'line-fractions': {
    type: 'line',
    data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'Rate', data: [0.013, 0.018, 0.0165], borderColor: 'black', fill: false }] },
    options: { scales: { yAxes: [{}] } },
  },
  'line-one-value': {
    type: 'line',
    data: { labels: ['only'], datasets: [{ label: 'One', data: [42], borderColor: 'orange' }] },
    options: { scales: { yAxes: [{}] } },
  },
  'line-equal-values': {
    type: 'line',
    data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'Flat', data: [7, 7, 7], borderColor: 'orange' }] },
    options: { scales: { yAxes: [{ ticks: { beginAtZero: true } }] } },
  },
  'line-gaps': {
    type: 'line',
    data: { labels: ['a', 'b', 'c', 'd', 'e'], datasets: [{ label: 'Gaps', data: [1, null, 3, null, 5], spanGaps: true, borderColor: '#0a0', fill: false }, { label: 'Breaks', data: [2, 4, null, 4, 2], borderColor: '#a00', fill: false }] },
    options: { scales: { yAxes: [{ ticks: { stepSize: 1 } }] } },
  },
  'line-stepped-hidden-points': {
    type: 'line',
    data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'Steps', data: [10, 20, 15], steppedLine: true, pointRadius: 0, borderColor: 'blue', backgroundColor: 'lightblue' }] },
    options: { elements: { line: { tension: 0 } }, scales: { yAxes: [{ ticks: { min: 0 } }] } },
  },
  'line-point-styles': {
    type: 'line',
    data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'Points', data: [10, 20, 15], pointBackgroundColor: ['red', 'green', 'blue'], pointBorderColor: 'black', pointStyle: 'rectRot', pointRadius: 6, borderColor: 'grey', fill: false }] },
    options: { legend: { labels: { usePointStyle: true } } },
  },
  'line-stacked-area': {
    type: 'line',
    data: {
      labels: ['1', '2', '3', '4'],
      datasets: [{ label: 'Low', data: [10, 20, 15, 5], backgroundColor: 'rgba(255,0,0,.4)', borderColor: 'red' }, { label: 'High', data: [30, 10, 25, 40], backgroundColor: 'rgba(0,0,255,.4)', borderColor: 'blue' }],
    },
    options: { scales: { yAxes: [{ stacked: true }] } },
  },
  'line-element-defaults': {
    type: 'line',
    data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'x', data: [10, 20, 15] }] },
    options: { elements: { line: { borderColor: 'red', backgroundColor: 'pink', borderWidth: 1, fill: false }, point: { radius: 5, backgroundColor: 'white', borderColor: 'red' } } , legend: { align: 'end' } },
  },
  'line-no-lines': {
    type: 'line',
    data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'Only points', data: [10, 20, 15], pointBackgroundColor: 'red', showLine: false }] },
    options: { showLines: false, scales: { yAxes: [{}] } },
  },
  'line-burndown': {
    type: 'line',
    data: {
      labels: ['Day 1', 'Day 2', 'Day 3', 'Day 4', 'Day 5', 'Day 6', 'Day 7', 'Day 8', 'Day 9', 'Day 10'],
      datasets: [
        { label: 'Ideal', data: [80, 71.1, 62.2, 53.3, 44.4, 35.6, 26.7, 17.8, 8.9, 0], borderColor: '#999', borderDash: [4, 4], fill: false, pointRadius: 0, lineTension: 0 },
        { label: 'Actual', data: [80, 78, 70, 66, 60, 52, 47, 30], borderColor: '#e4572e', backgroundColor: 'rgba(228, 87, 46, 0.2)', lineTension: 0 },
      ],
    },
    options: {
      title: { display: true, text: 'Sprint 42', fontSize: 18 },
      scales: { xAxes: [{ scaleLabel: { display: true, labelString: 'Day' } }], yAxes: [{ ticks: { beginAtZero: true }, scaleLabel: { display: true, labelString: 'Story points' } }] },
    },
  },
  'line-words-up': {
    type: 'line',
    data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'Mood', data: ['good', 'bad', 'fair'], borderColor: 'purple', fill: false }] },
    options: { scales: { yAxes: [{ type: 'category', labels: ['good', 'fair', 'bad'] }] } },
  },
  'line-own-labels': {
    type: 'line',
    data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [1, 5, 2], borderColor: 'purple', fill: 'end', backgroundColor: 'lavender' }] },
    options: { scales: { xAxes: [{ labels: ['first', 'second', 'third'] }] } },
  },
  'line-between': {
    type: 'line',
    data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'low', data: [1, 2, 1], borderColor: 'red', fill: '+1', backgroundColor: 'pink' }, { label: 'high', data: [5, 6, 7], borderColor: 'blue', fill: false }] },
    options: { plugins: { filler: { propagate: true } }, scales: { yAxes: [{}] } },
  },
  'line-negative-decimals': {
    type: 'line',
    data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'Δ', data: [-0.25, 0.1, -0.4], borderColor: 'red' }] },
    options: { scales: { yAxes: [{ gridLines: { zeroLineColor: 'blue', zeroLineBorderDash: [2, 2] } }] } },
  },
  'line-no-zero-line': {
    type: 'line',
    data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [-2, 1, 4], borderColor: 'red' }] },
    options: { scales: { xAxes: [{ gridLines: { zeroLineWidth: 0 } }], yAxes: [{ gridLines: { drawOnChartArea: false } }] } },
  },
  'line-colored-points': {
    type: 'line',
    data: { labels: ['a', 'b'], datasets: [{ label: 'n', data: [1, 4], borderColor: 'red', backgroundColor: 'rgba(255, 0, 0, 0.1)', pointBorderColor: ['green', 'blue'], pointBorderWidth: 3, pointRadius: [4, 8] }] },
    options: { scales: { yAxes: [{ ticks: { mirror: true } }] } },
  },
  'line-thousand-points': {
    type: 'line',
    data: { labels: Array.from({ length: 1000 }, (_, index) => String(index)), datasets: [{ label: 'n', data: Array.from({ length: 1000 }, (_, index) => Math.round(1000 * Math.sin(index / 60))), borderColor: 'red', fill: false, pointRadius: 0, borderWidth: 1 }] },
    options: { scales: { yAxes: [{}] } },
  },
};
