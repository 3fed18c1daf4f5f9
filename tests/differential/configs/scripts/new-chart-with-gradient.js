const canvas = document.querySelector('#chart');
const ctx = canvas.getContext('2d');
const gradient = ctx.createLinearGradient(0, 0, 0, 200);
gradient.addColorStop(0, 'rgba(250, 174, 50, 1)');
gradient.addColorStop(1, 'rgba(250, 174, 50, 0)');

new Chart(ctx, {
  type: 'line',
  data: {
    labels: ['02:00', '04:00', '06:00', '08:00', '10:00'],
    datasets: [{ label: 'Traffic', backgroundColor: gradient, borderColor: '#ff6c23', borderWidth: 2, fill: true, data: [5, 8, 6, 9, 7] }],
  },
});
