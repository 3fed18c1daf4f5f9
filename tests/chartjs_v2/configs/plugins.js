// chartjs-plugin-annotation 0.5 and chartjs-plugin-datalabels 0.7.

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];
const LINE = { label: 'Load', data: [12, 19, 7, 15, 10], borderColor: 'steelblue', fill: false };
const BARS = { label: 'Sales', data: [12, 19, 7, 15, 10], backgroundColor: 'steelblue' };

export default {
  'annotation-line': {
    type: 'line',
    data: { labels: DAYS, datasets: [LINE] },
    options: { annotation: { annotations: [{ type: 'line', mode: 'horizontal', scaleID: 'y-axis-0', value: 14, borderColor: 'rgb(75, 192, 192)', borderWidth: 4, label: { enabled: true, content: 'Limit' } }] } },
  },
  'annotation-own-axis': {
    type: 'bar',
    data: { labels: DAYS, datasets: [BARS] },
    options: {
      scales: { yAxes: [{ id: 'sales', ticks: { beginAtZero: true } }] },
      annotation: { annotations: [{ type: 'line', mode: 'horizontal', scaleID: 'sales', value: 25, borderColor: 'red', borderWidth: 2, borderDash: [4, 4], label: { enabled: true, content: 'Goal', position: 'left', backgroundColor: 'red', fontColor: 'yellow', fontSize: 10, fontStyle: 'normal' } }] },
    },
  },
  'annotation-vertical': {
    type: 'line',
    data: { labels: DAYS, datasets: [LINE] },
    options: { annotation: { drawTime: 'beforeDatasetsDraw', annotations: [{ type: 'line', mode: 'vertical', scaleID: 'x-axis-0', value: 'Wed', borderColor: 'black', borderWidth: 1, label: { enabled: true, content: 'Release', position: 'top' } }] } },
  },
  'annotation-box': {
    type: 'scatter',
    data: { datasets: [{ label: 'P', data: [{ x: 1, y: 2 }, { x: 5, y: 6 }], pointBackgroundColor: 'black' }] },
    options: {
      scales: { xAxes: [{ id: 'x-axis-1' }], yAxes: [{ id: 'y-axis-1' }] },
      annotation: { annotations: [{ type: 'box', xScaleID: 'x-axis-1', yScaleID: 'y-axis-1', xMin: 2, xMax: 4, yMin: 3, yMax: 5, backgroundColor: 'rgba(200, 100, 200, 0.2)', borderColor: '#ccc', borderWidth: 1 }] },
    },
  },
  'annotation-band': {
    type: 'line',
    data: { labels: DAYS, datasets: [LINE] },
    options: { annotation: { annotations: [{ type: 'box', yScaleID: 'y-axis-0', yMin: 10, yMax: 16, backgroundColor: 'rgba(0, 255, 0, 0.1)', borderColor: 'rgba(0, 255, 0, 0.5)', borderWidth: 2 }] } },
  },
  'annotation-time': {
    type: 'line',
    data: { labels: ['2019-04-01', '2019-04-02', '2019-04-03', '2019-04-04'], datasets: [{ label: 'n', data: [1, 2, 3, 4], borderColor: 'red', fill: false }] },
    options: { scales: { xAxes: [{ type: 'time', time: { unit: 'day' } }] }, annotation: { annotations: [{ type: 'line', mode: 'vertical', scaleID: 'x-axis-0', value: '2019-04-03', borderColor: 'blue', borderWidth: 3, label: { enabled: true, content: 'Here', position: 'bottom' } }] } },
  },
  'labels-pie': {
    type: 'pie',
    data: { labels: ['a', 'b', 'c'], datasets: [{ data: [10, 20, 30], backgroundColor: ['red', 'green', 'blue'] }] },
    options: { legend: { display: false }, plugins: { datalabels: { display: true, color: '#fff', font: { size: 20, style: 'bold' } } } },
  },
  'labels-bar': {
    type: 'bar',
    data: { labels: DAYS, datasets: [BARS] },
    options: { scales: { yAxes: [{ ticks: { beginAtZero: true } }] }, plugins: { datalabels: { anchor: 'end', align: 'top', color: 'black', font: { weight: 'bold' } } } },
  },
  'labels-of-dataset': {
    type: 'bar',
    data: { labels: DAYS, datasets: [{ ...BARS, datalabels: { color: 'white', backgroundColor: 'black', borderRadius: 4 } }, { ...LINE, type: 'line', datalabels: { display: false } }] },
    options: { legend: { position: 'bottom' }, title: { display: true, text: 'Labels', fontStyle: 'italic' } },
  },
  'labels-undecided': {
    type: 'horizontalBar',
    data: { labels: ['a', 'b'], datasets: [{ label: 'n', data: [1234.5, 987.25], backgroundColor: 'green' }] },
    options: { plugins: { datalabels: { display: 'auto', align: 'end', anchor: 'center', color: ['red', 'white'] } } },
  },
  'annotation-category-range': {
    type: 'bar',
    data: { labels: DAYS, datasets: [BARS] },
    options: { annotation: { drawTime: 'afterDraw', annotations: [{ drawTime: 'beforeDatasetsDraw', type: 'box', xScaleID: 'x-axis-0', yScaleID: 'y-axis-0', xMin: 'Tue', xMax: 'Thu', yMin: 8, yMax: 18, backgroundColor: 'rgba(255, 0, 0, 0.2)', borderColor: 'red', borderWidth: 1 }, { type: 'line', mode: 'horizontal', scaleID: 'y-axis-0', value: 9, endValue: 17, borderColor: 'blue', borderWidth: 2 }] } },
  },
  'annotation-of-no-type': {
    type: 'line',
    data: { labels: DAYS, datasets: [LINE] },
    options: { annotation: { annotations: [{ mode: 'horizontal', scaleID: 'y-axis-0', value: 14, borderColor: 'red' }] } },
  },
  'labels-objects': {
    type: 'bubble',
    data: { datasets: [{ label: 'B', data: [{ x: 1, y: 2, r: 10 }, { x: 3, y: 4, r: 20 }], backgroundColor: 'orange' }] },
    options: { legend: { display: false }, plugins: { datalabels: { color: 'blue', font: { size: 9 } } } },
  },
};
