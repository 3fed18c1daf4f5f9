// Pies, doughnuts, radars and polar areas.

const COLORS = ['rgb(255, 99, 132)', 'rgb(255, 159, 64)', 'rgb(255, 205, 86)', 'rgb(75, 192, 192)', 'rgb(54, 162, 235)'];

export default {
  'pie-five': {
    type: 'pie',
    data: { labels: ['Red', 'Orange', 'Yellow', 'Green', 'Blue'], datasets: [{ data: [84, 28, 57, 19, 97], backgroundColor: COLORS, label: 'Dataset 1' }] },
    options: { legend: { position: 'right' } },
  },
  'pie-without-colors': {
    type: 'pie',
    data: { labels: ['a', 'b'], datasets: [{ data: [1, 2] }] },
    options: { title: { display: true, text: 'Grey' } },
  },
  'pie-borders': {
    type: 'pie',
    data: { labels: ['a', 'b', 'c'], datasets: [{ data: [1, 2, 3], backgroundColor: COLORS, borderColor: 'black', borderWidth: 1 }] },
    options: { legend: { position: 'left', labels: { boxWidth: 12, fontColor: 'navy' } }, rotation: 0 },
  },
  'doughnut-hole': {
    type: 'doughnut',
    data: { labels: ['Done', 'Open'], datasets: [{ data: [73, 27], backgroundColor: ['#4caf50', '#eee'], borderWidth: 0 }] },
    options: { cutoutPercentage: 80, legend: { display: false } },
  },
  'doughnut-half': {
    type: 'doughnut',
    data: { labels: ['Low', 'Mid', 'High'], datasets: [{ data: [10, 20, 30], backgroundColor: ['green', 'yellow', 'red'] }] },
    options: { rotation: Math.PI, circumference: Math.PI, legend: { position: 'bottom', labels: { usePointStyle: true } }, title: { display: true, text: 'Gauge', position: 'bottom' } },
  },
  'doughnut-label': {
    type: 'doughnut',
    data: { labels: ['January', 'February', 'March', 'April'], datasets: [{ data: [50, 60, 70, 180], backgroundColor: COLORS }] },
    options: { plugins: { doughnutlabel: { labels: [{ text: '360', font: { size: 20, weight: 'bold' } }, { text: 'total', color: '#999' }] } } },
  },
  'doughnut-label-shrinks': {
    type: 'doughnut',
    data: { labels: ['a', 'b'], datasets: [{ data: [5, 6], backgroundColor: COLORS }] },
    options: { legend: { display: false }, plugins: { doughnutlabel: { labels: [{ text: 'A text that is much too wide', font: { size: 40 }, color: 'red' }] } } },
  },
  'doughnut-two-rings': {
    type: 'doughnut',
    data: { labels: ['x', 'y'], datasets: [{ data: [5, 6], backgroundColor: ['#111', '#222'] }, { data: [2, 9], backgroundColor: ['#333', '#444'] }] },
    options: { legend: { reverse: true } },
  },
  'radar-two': {
    type: 'radar',
    data: {
      labels: ['Eating', 'Drinking', 'Sleeping', 'Designing', 'Coding', 'Cycling', 'Running'],
      datasets: [
        { label: 'First', data: [65, 59, 90, 81, 56, 55, 40], backgroundColor: 'rgba(255, 99, 132, 0.2)', borderColor: 'rgb(255, 99, 132)', pointBackgroundColor: 'rgb(255, 99, 132)' },
        { label: 'Second', data: [28, 48, 40, 19, 96, 27, 100], backgroundColor: 'rgba(54, 162, 235, 0.2)', borderColor: 'rgb(54, 162, 235)' },
      ],
    },
    options: { legend: { position: 'top' } },
  },
  'radar-scale': {
    type: 'radar',
    data: { labels: ['Speed', 'Cost', 'Quality', 'Scope'], datasets: [{ label: 'Us', data: [3, 4, 2, 5], fill: false, borderColor: 'green' }] },
    options: { scale: { ticks: { beginAtZero: true, max: 5, stepSize: 1, backdropColor: 'white', fontColor: 'red' }, pointLabels: { fontSize: 14, fontColor: '#333' }, gridLines: { color: 'silver' }, angleLines: { color: 'gold' } } },
  },
  'radar-without-ticks': {
    type: 'radar',
    data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'Us', data: [1000, 2000, 1500], backgroundColor: 'rgba(0,0,0,.2)' }] },
    options: { scale: { ticks: { display: false, suggestedMin: 0 } } },
  },
  'polar-area': {
    type: 'polarArea',
    data: { labels: ['Red', 'Green', 'Yellow', 'Grey', 'Blue'], datasets: [{ data: [11, 16, 7, 3, 14], backgroundColor: COLORS, label: 'My dataset' }] },
    options: { legend: { position: 'right' }, title: { display: true, text: 'Polar' } },
  },
  'polar-area-scale': {
    type: 'polarArea',
    data: { labels: ['a', 'b', 'c'], datasets: [{ data: [1100, 1600, 700], backgroundColor: ['rgba(255,0,0,.5)', 'rgba(0,255,0,.5)', 'rgba(0,0,255,.5)'], borderColor: 'black' }] },
    options: { scale: { ticks: { maxTicksLimit: 4, showLabelBackdrop: false }, gridLines: { circular: false } } },
  },
  'radar-negative': {
    type: 'radar',
    data: { labels: ['a', 'b', 'c', 'd', 'e'], datasets: [{ label: 'n', data: [-3, 4, 2, -1, 5], borderColor: 'red', pointRadius: 0 }] },
    options: { scale: { ticks: { min: -5, max: 5 } } },
  },
  'polar-area-negative-angle': {
    type: 'polarArea',
    data: { labels: ['a', 'b', 'c'], datasets: [{ data: [0.2, 0.35, 0.1], backgroundColor: ['red', 'green', 'blue'] }] },
    options: { legend: { display: false }, scale: { ticks: { beginAtZero: true, fontSize: 9 } } },
  },
  'pie-many': {
    type: 'pie',
    data: { labels: Array.from({ length: 14 }, (_, index) => `Part ${index}`), datasets: [{ data: Array.from({ length: 14 }, (_, index) => index + 1), backgroundColor: Array.from({ length: 14 }, (_, index) => `hsl(${index * 25}, 50%, 50%)`) }] },
    options: { legend: { position: 'right', fullWidth: false } },
  },
  'pie-null': {
    type: 'pie',
    data: { labels: ['a', 'b', 'c'], datasets: [{ data: [1, null, 3], backgroundColor: ['red', 'green', 'blue'] }] },
    options: { cutoutPercentage: 20 },
  },
};
