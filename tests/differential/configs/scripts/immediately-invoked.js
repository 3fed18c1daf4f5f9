(function () {
  'use strict';
  const makeOptions = (title) => ({ plugins: { title: { display: true, text: title } } });
  const ctx = document.getElementById('chart');
  if (!ctx) {
    return;
  }
  new Chart(ctx, {
    type: 'pie',
    data: { labels: ['a', 'b', 'c'], datasets: [{ data: [1, 2, 3] }] },
    options: makeOptions('Shares'),
  });
})();
