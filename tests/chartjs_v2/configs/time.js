// Time axes.

export default {
  'time-days': {
    type: 'line',
    data: { labels: ['2019-04-01', '2019-04-02', '2019-04-04', '2019-04-07', '2019-04-08'], datasets: [{ label: 'Visitors', data: [100, 130, 90, 200, 180], borderColor: 'red', fill: false }] },
    options: { scales: { xAxes: [{ type: 'time' }] } },
  },
  'time-unit-day': {
    type: 'line',
    data: { labels: ['2019-04-01', '2019-04-02', '2019-04-03', '2019-04-04'], datasets: [{ label: 'Visitors', data: [100, 130, 90, 200], borderColor: 'red', fill: false }] },
    options: { scales: { xAxes: [{ type: 'time', time: { unit: 'day' } }] } },
  },
  'time-points': {
    type: 'line',
    data: { datasets: [{ label: 'Load', data: [{ x: '2020-01-01T00:00:00Z', y: 1 }, { x: '2020-01-01T06:00:00Z', y: 4 }, { x: '2020-01-01T18:30:00Z', y: 2 }, { x: '2020-01-02T03:00:00Z', y: 3 }], borderColor: 'blue' }] },
    options: { scales: { xAxes: [{ type: 'time' }] } },
  },
  'time-t': {
    type: 'line',
    data: { datasets: [{ label: 'Load', data: [{ t: 1577836800000, y: 1 }, { t: 1577836860000, y: 4 }, { t: 1577836980000, y: 2 }], borderColor: 'blue' }] },
    options: { scales: { xAxes: [{ type: 'time', time: { displayFormats: { second: 'HH:mm:ss', minute: 'HH:mm' } } }] } },
  },
  'time-months': {
    type: 'line',
    data: { labels: ['2018-01-15', '2018-04-15', '2018-08-15', '2019-01-15', '2019-06-15'], datasets: [{ label: 'Stock', data: [10, 12, 9, 14, 15], borderColor: 'green', fill: false }] },
    options: { scales: { xAxes: [{ type: 'time', time: { unit: 'month', displayFormats: { month: 'MMM YY' } } }] } },
  },
  'time-years': {
    type: 'line',
    data: { labels: ['2001-01-01', '2007-01-01', '2015-01-01', '2020-01-01'], datasets: [{ label: 'Stock', data: [10, 12, 9, 14], borderColor: 'green', fill: false }] },
    options: { scales: { xAxes: [{ type: 'time' }] } },
  },
  'time-bar-offset': {
    type: 'bar',
    data: { labels: ['2019-04-01', '2019-04-02', '2019-04-03', '2019-04-04', '2019-04-05'], datasets: [{ label: 'Visitors', data: [100, 130, 90, 200, 50], backgroundColor: 'orange' }] },
    options: { scales: { xAxes: [{ type: 'time', offset: true, time: { unit: 'day' } }], yAxes: [{ ticks: { beginAtZero: true } }] } },
  },
  'time-bar': {
    type: 'bar',
    data: { labels: ['2019-04-01', '2019-04-02', '2019-04-03', '2019-04-04', '2019-04-05'], datasets: [{ label: 'Visitors', data: [100, 130, 90, 200, 50], backgroundColor: 'orange' }] },
    options: { scales: { xAxes: [{ type: 'time', time: { unit: 'day' } }], yAxes: [{ ticks: { beginAtZero: true } }] } },
  },
  'time-bar-series': {
    type: 'bar',
    data: { labels: ['2019-04-01', '2019-04-02', '2019-04-05', '2019-04-09'], datasets: [{ label: 'Visitors', data: [100, 130, 90, 200], backgroundColor: 'orange' }] },
    options: { scales: { xAxes: [{ type: 'time', offset: true, distribution: 'series', ticks: { source: 'data' } }] } },
  },
  'time-source-labels': {
    type: 'line',
    data: { labels: ['2019-04-01', '2019-04-12', '2019-05-03', '2019-05-24'], datasets: [{ label: 'Visitors', data: [100, 130, 90, 200], borderColor: 'orange' }] },
    options: { scales: { xAxes: [{ type: 'time', ticks: { source: 'labels' }, bounds: 'ticks' }] } },
  },
  'time-parser': {
    type: 'line',
    data: { labels: ['01/02/2019 10:00', '01/02/2019 11:30', '01/02/2019 13:00'], datasets: [{ label: 'Visitors', data: [100, 130, 90], borderColor: 'orange' }] },
    options: { scales: { xAxes: [{ type: 'time', time: { parser: 'DD/MM/YYYY HH:mm', unit: 'hour', displayFormats: { hour: 'MMM D, hA' } } }] } },
  },
  'time-limits': {
    type: 'line',
    data: { labels: ['2019-04-03', '2019-04-05'], datasets: [{ label: 'Visitors', data: [100, 130], borderColor: 'orange' }] },
    options: { scales: { xAxes: [{ type: 'time', time: { min: '2019-04-01', max: '2019-04-10', unit: 'day', stepSize: 3 } }] } },
  },
  'time-weeks': {
    type: 'line',
    data: { labels: ['2021-03-01', '2021-03-10', '2021-03-24', '2021-04-12'], datasets: [{ label: 'n', data: [1, 2, 3, 4], borderColor: 'red', fill: false }] },
    options: { scales: { xAxes: [{ type: 'time', time: { unit: 'week', isoWeekday: true, displayFormats: { week: 'DD.MM.' } } }] } },
  },
  'time-quarters': {
    type: 'bar',
    data: { labels: ['2020-01-01', '2020-04-01', '2020-07-01', '2020-10-01'], datasets: [{ label: 'n', data: [4, 2, 3, 1], backgroundColor: 'red' }] },
    options: { scales: { xAxes: [{ type: 'time', offset: true, time: { unit: 'quarter' } }] } },
  },
  'time-hours': {
    type: 'line',
    data: { datasets: [{ label: 'n', data: [{ x: '2021-03-01 08:00', y: 1 }, { x: '2021-03-01 10:30', y: 5 }, { x: '2021-03-01 17:45', y: 2 }], borderColor: 'red', fill: false }] },
    options: { scales: { xAxes: [{ type: 'time', time: { unit: 'hour', stepSize: 2 } }] } },
  },
  'time-many-days': {
    type: 'line',
    data: { labels: Array.from({ length: 90 }, (_, index) => 1609459200000 + index * 86400000), datasets: [{ label: 'n', data: Array.from({ length: 90 }, (_, index) => index % 13), borderColor: 'red', fill: false, pointRadius: 0 }] },
    options: { scales: { xAxes: [{ type: 'time', time: { unit: 'day' } }] } },
  },
  'time-autoskip': {
    type: 'line',
    data: { labels: Array.from({ length: 30 }, (_, index) => 1609459200000 + index * 86400000), datasets: [{ label: 'n', data: Array.from({ length: 30 }, (_, index) => index % 13), borderColor: 'red', fill: false, pointRadius: 0 }] },
    options: { scales: { xAxes: [{ type: 'time', ticks: { autoSkip: true, maxTicksLimit: 5 } }] } },
  },
  'time-seconds': {
    type: 'line',
    data: { datasets: [{ label: 'n', data: [{ x: 1609459200000, y: 1 }, { x: 1609459215500, y: 5 }, { x: 1609459242000, y: 2 }], borderColor: 'red', fill: false }] },
    options: { scales: { xAxes: [{ type: 'time' }] } },
  },
  'time-major': {
    type: 'line',
    data: { labels: Array.from({ length: 20 }, (_, index) => 1609459200000 + index * 4 * 3600000), datasets: [{ label: 'n', data: Array.from({ length: 20 }, (_, index) => index), borderColor: 'red', fill: false }] },
    options: { scales: { xAxes: [{ type: 'time', ticks: { major: { enabled: true, fontStyle: 'bold' } } }] } },
  },
  'time-one-instant': {
    type: 'line',
    data: { labels: [1577836800000], datasets: [{ label: 'n', data: [5], borderColor: 'red', fill: false }] },
    options: { scales: { xAxes: [{ type: 'time' }] } },
  },
};
