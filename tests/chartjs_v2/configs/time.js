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
};
