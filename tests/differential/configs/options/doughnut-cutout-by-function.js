module.exports = {
  type: 'doughnut',
  data: {
    labels: ['done', 'left'],
    datasets: [{ data: [72, 28], backgroundColor: ['#26a69a', '#e0e0e0'], borderWidth: 0 }],
  },
  options: { cutout: () => '80%', rotation: -90, circumference: 180 },
};
