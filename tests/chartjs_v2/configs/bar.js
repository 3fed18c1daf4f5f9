// Bars, upright and horizontal.

export default {
  'bar-quarters': {
    type: 'bar',
    data: {
      labels: ['Q1', 'Q2', 'Q3', 'Q4'],
      datasets: [
        { label: 'Users', data: [50, 60, 70, 180], backgroundColor: 'rgb(75, 192, 192)' },
        { label: 'Revenue', data: [100, 200, 300, 400], backgroundColor: '#ff6384' },
      ],
    },
    options: { title: { display: true, text: 'Users and revenue' } },
  },
  'bar-votes': {
    type: 'bar',
    data: {
      labels: ['Red', 'Blue', 'Yellow', 'Green', 'Purple', 'Orange'],
      datasets: [{
        label: '# of Votes',
        data: [12, 19, 3, 5, 2, 3],
        backgroundColor: ['rgba(255, 99, 132, 0.2)', 'rgba(54, 162, 235, 0.2)', 'rgba(255, 206, 86, 0.2)', 'rgba(75, 192, 192, 0.2)', 'rgba(153, 102, 255, 0.2)', 'rgba(255, 159, 64, 0.2)'],
        borderColor: ['rgba(255,99,132,1)', 'rgba(54, 162, 235, 1)', 'rgba(255, 206, 86, 1)', 'rgba(75, 192, 192, 1)', 'rgba(153, 102, 255, 1)', 'rgba(255, 159, 64, 1)'],
        borderWidth: 1,
      }],
    },
    options: { scales: { yAxes: [{ ticks: { beginAtZero: true } }] } },
  },
  'bar-not-from-zero': {
    type: 'bar',
    data: { labels: ['Jan', 'Feb', 'Mar'], datasets: [{ label: 'Rent', data: [812, 845, 871], backgroundColor: 'steelblue' }] },
    options: { legend: { display: false }, tooltips: { enabled: false } },
  },
  'bar-stacked': {
    type: 'bar',
    data: {
      labels: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
      datasets: [
        { label: 'Done', data: [3, 5, 2, 6, 7], backgroundColor: '#36a2eb' },
        { label: 'Doing', data: [1, 2, 4, 1, 0], backgroundColor: '#ffcd56' },
        { label: 'To do', data: [9, 7, 6, 3, 1], backgroundColor: '#c9cbcf' },
      ],
    },
    options: { scales: { xAxes: [{ stacked: true }], yAxes: [{ stacked: true }] } },
  },
  'bar-stacked-signs': {
    type: 'bar',
    data: {
      labels: ['a', 'b', 'c', 'd'],
      datasets: [
        { label: 'In', data: [300, 410, 220, 100], backgroundColor: 'rgba(0, 128, 0, .6)', stack: 'flow' },
        { label: 'Out', data: [-120, -380, -90, -510], backgroundColor: 'rgba(200, 0, 0, .6)', stack: 'flow' },
      ],
    },
    options: { scales: { xAxes: [{ stacked: true, gridLines: { display: false } }], yAxes: [{ stacked: true }] } },
  },
  'bar-negative': {
    type: 'bar',
    data: { labels: ['A', 'B', 'C', 'D'], datasets: [{ label: 'Change', data: [-12.5, 4.2, -3.1, 8.9], backgroundColor: '#888' }] },
    options: { scales: { yAxes: [{ gridLines: { zeroLineColor: 'red', zeroLineWidth: 2 } }] } },
  },
  'bar-all-negative': {
    type: 'bar',
    data: { labels: ['A', 'B', 'C'], datasets: [{ label: 'Loss', data: [-510, -540, -560], backgroundColor: 'crimson' }] },
    options: { scales: { yAxes: [{}] } },
  },
  'bar-default-colors': {
    type: 'bar',
    data: { labels: ['one', 'two', 'three'], datasets: [{ label: 'No colours', data: [7, 8, 9] }] },
    options: { legend: { position: 'bottom' }, scales: { yAxes: [{ ticks: { min: 0, max: 10 } }] } },
  },
  'bar-floating': {
    type: 'bar',
    data: { labels: ['plan', 'build', 'ship'], datasets: [{ label: 'Days', data: [[0, 3], [2, 9], [8, 12]], backgroundColor: 'teal' }] },
    options: { title: { display: true, text: 'Plan' } },
  },
  'bar-many-labels': {
    type: 'bar',
    data: {
      labels: ['January 2019', 'February 2019', 'March 2019', 'April 2019', 'May 2019', 'June 2019', 'July 2019', 'August 2019', 'September 2019', 'October 2019', 'November 2019', 'December 2019'],
      datasets: [{ label: 'Visits', data: [10321, 11023, 9874, 12034, 12987, 13201, 14002, 13876, 15011, 15893, 16022, 17834], backgroundColor: 'rgba(54, 162, 235, 0.5)' }],
    },
    options: { scales: { yAxes: [{ scaleLabel: { display: true, labelString: 'Visits per month' } }] } },
  },
  'bar-sixty-labels': {
    type: 'bar',
    data: {
      labels: Array.from({ length: 60 }, (_, index) => `day ${index + 1}`),
      datasets: [{ label: 'n', data: Array.from({ length: 60 }, (_, index) => (index * 37) % 101), backgroundColor: '#4bc0c0' }],
    },
    options: { scales: { xAxes: [{ ticks: { maxRotation: 90 } }] } },
  },
  'bar-thickness': {
    type: 'bar',
    data: { labels: ['x', 'y'], datasets: [{ label: 'Thin', data: [4, 6], backgroundColor: 'black', barThickness: 6 }, { label: 'Wide', data: [5, 3], backgroundColor: 'gold' }] },
    options: { scales: { xAxes: [{ barPercentage: 1, categoryPercentage: 0.5, maxBarThickness: 40 }], yAxes: [{ ticks: { suggestedMin: 0, suggestedMax: 20 } }] } },
  },
  'bar-element-defaults': {
    type: 'bar',
    data: { labels: ['x', 'y', 'z'], datasets: [{ label: 'Red', data: [4, 6, 1] }] },
    options: { elements: { rectangle: { backgroundColor: 'red', borderColor: 'darkred', borderWidth: 2 } }, scales: { yAxes: [{ ticks: { beginAtZero: true } }] } },
  },
  'horizontal-bar': {
    type: 'horizontalBar',
    data: {
      labels: ['January', 'February', 'March', 'April', 'May'],
      datasets: [
        { label: 'Dogs', data: [50, 60, 70, 180, 190], backgroundColor: 'rgba(255, 99, 132, 0.5)', borderColor: 'rgb(255, 99, 132)', borderWidth: 1 },
        { label: 'Cats', data: [100, 200, 300, 400, 500], backgroundColor: 'rgba(54, 162, 235, 0.5)', borderColor: 'rgb(54, 162, 235)', borderWidth: 1 },
      ],
    },
    options: { legend: { position: 'right' }, title: { display: true, text: 'Dogs and cats' } },
  },
  'horizontal-bar-plain': {
    type: 'horizontalBar',
    data: { labels: ['Berlin', 'Hamburg', 'Munich'], datasets: [{ label: 'People', data: [3664088, 1852478, 1488202], backgroundColor: '#9966ff' }] },
  },
  'horizontal-bar-stacked': {
    type: 'horizontalBar',
    data: {
      labels: ['Team A', 'Team B'],
      datasets: [{ label: 'Open', data: [13, 8], backgroundColor: '#ff9f40' }, { label: 'Closed', data: [40, 55], backgroundColor: '#4bc0c0' }],
    },
    options: { scales: { xAxes: [{ stacked: true, ticks: { beginAtZero: true } }], yAxes: [{ stacked: true }] } },
  },
  'horizontal-bar-reverse': {
    type: 'horizontalBar',
    data: { labels: ['first', 'second', 'third'], datasets: [{ label: 'Points', data: [10, 7, 4], backgroundColor: 'navy' }] },
    options: { scales: { xAxes: [{ ticks: { reverse: true, min: 0 } }] } },
  },
  'bar-texts-as-values': {
    type: 'bar',
    data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'Texts', data: ['12', '7.5', '9'], backgroundColor: 'teal' }] },
    options: { legend: { labels: { boxWidth: 20 } } },
  },
  'bar-without-name': {
    type: 'bar',
    data: { labels: ['a', 'b'], datasets: [{ data: [3, 4], backgroundColor: 'teal' }] },
    options: { legend: { position: 'top' } },
  },
  'bar-stacks-with-names': {
    type: 'bar',
    data: {
      labels: ['2019', '2020'],
      datasets: [
        { label: 'A', stack: 'one', data: [10, 12], backgroundColor: '#111' },
        { label: 'B', stack: 'one', data: [5, 6], backgroundColor: '#555' },
        { label: 'C', stack: 'two', data: [7, 30], backgroundColor: '#999' },
      ],
    },
    options: { scales: { xAxes: [{ gridLines: { offsetGridLines: false } }] } },
  },
  'bar-limit-below-data': {
    type: 'bar',
    data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'Cut', data: [30, 75, 120], backgroundColor: 'teal' }] },
    options: { scales: { yAxes: [{ ticks: { min: 50, max: 100 } }] } },
  },
  'bar-limit-above-data': {
    type: 'bar',
    data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'Low', data: [3, 7, 12], backgroundColor: 'teal' }] },
    options: { scales: { yAxes: [{ ticks: { min: 50 } }] } },
  },
  'bar-of-zeros': {
    type: 'bar',
    data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'Nothing', data: [0, 0, 0], backgroundColor: 'teal' }] },
    options: { scales: { yAxes: [{ ticks: { beginAtZero: true } }] } },
  },
  'bar-no-data': {
    type: 'bar',
    data: { labels: ['a', 'b', 'c'], datasets: [] },
    options: { title: { display: true, text: 'Empty' } },
  },
  'bar-second-x-axis': {
    type: 'bar',
    data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'A', data: [3, 7, 12], backgroundColor: 'teal' }] },
    options: { scales: { xAxes: [{ id: 'names' }, { id: 'groups', position: 'top', labels: ['first', 'second'], gridLines: { display: false } }] } },
  },
};
