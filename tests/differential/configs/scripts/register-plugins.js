Chart.register(ChartDataLabels);

const config = {
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ label: 'n', data: [2, 5], backgroundColor: '#ffe0b2' }] },
  options: { plugins: { datalabels: { font: { size: 26 }, formatter: (v) => `${v}×` } } },
};
