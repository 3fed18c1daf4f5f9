// Functions: the callback of ticks, which gets other arguments than in version 4, and the texts of data labels.

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr'];

export default {
  'callback-currency': {
    type: 'bar',
    data: { labels: MONTHS, datasets: [{ label: 'Revenue', data: [12000, 19500, 7300, 15100], backgroundColor: 'teal' }] },
    options: {
      scales: {
        yAxes: [{
          ticks: {
            beginAtZero: true,
            callback: (value, index, values) => (index === 0 ? `max $${values[0] / 1000}k` : `$${value.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ',')}`),
          },
        }],
      },
    },
  },
  'callback-options-of-axis': {
    type: 'bar',
    data: { labels: MONTHS, datasets: [{ label: 'Shops', data: [4, 9, 6, 3], backgroundColor: 'teal' }] },
    options: {
      scales: {
        yAxes: [{
          gridLines: { lineWidth: 2 },
          ticks: {
            beginAtZero: true,
            prefix: '#',
            callback: function (value) { return `${this.options.ticks.prefix}${value}/${this.options.gridLines.lineWidth}`; },
          },
        }],
        xAxes: [{ id: 'months', ticks: { callback: function (label) { return `${label} ${this.options.id}`; } } }],
      },
    },
  },
  'callback-horizontal-bar': {
    type: 'horizontalBar',
    data: { labels: ['Berlin', 'Hamburg', 'Munich'], datasets: [{ label: 'Shops', data: [4, 9, 6], backgroundColor: 'teal' }] },
    options: {
      scales: {
        yAxes: [{ ticks: { callback: (label, index, labels) => `${index + 1} of ${labels.length}: ${label.toUpperCase()}` } }],
        xAxes: [{ ticks: { reverse: true, min: 0, userCallback: (value, index, values) => (index % 2 === 0 ? `${value} / ${values[0]}` : null) } }],
      },
    },
  },
  'callback-time': {
    type: 'line',
    data: { datasets: [{ label: 'Load', data: [{ t: '2024-03-01', y: 3 }, { t: '2024-03-04', y: 8 }], borderColor: 'red', fill: false }] },
    options: { scales: { xAxes: [{ type: 'time', time: { unit: 'day' }, ticks: { callback: (label, index, ticks) => `${index}: ${label} ${new Date(ticks[index].value).getUTCDate()}` } }] } },
  },
  'labels-formatter': {
    type: 'bar',
    data: { labels: MONTHS, datasets: [{ label: 'Share', data: [0.21, 0.35, 0.14, 0.3], backgroundColor: 'teal' }] },
    options: { legend: { display: false }, plugins: { datalabels: { color: 'white', formatter: (value, context) => `${context.chart.data.labels[context.dataIndex]} ${Math.round(value * 100)}%` } } },
  },
};
