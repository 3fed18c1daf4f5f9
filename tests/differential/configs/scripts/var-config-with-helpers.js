function randomless(seed) {
  return ((seed * 9301 + 49297) % 233280) / 233280;
}
var values = [];
for (var i = 0; i < 12; i++) {
  values.push(Math.round(randomless(i * 7 + 1) * 100));
}
var config = {
  type: 'bar',
  data: { labels: values.map(function (_, i) { return 'w' + (i + 1); }), datasets: [{ label: 'noise', data: values }] },
  options: { scales: { y: { ticks: { callback: function (v) { return v + ' dB'; } } } } }
};
