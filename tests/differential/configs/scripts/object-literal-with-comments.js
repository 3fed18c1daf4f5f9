{
  // People paste this from the docs.
  type: 'bar',
  data: {
    labels: ['Red', 'Blue', 'Yellow',],
    datasets: [{
      label: '# of Votes',
      data: [12, 19, 3],
      backgroundColor: ['rgba(255, 99, 132, 0.2)', 'rgba(54, 162, 235, 0.2)', 'rgba(255, 206, 86, 0.2)'],
      borderColor: ["rgb(255, 99, 132)", "rgb(54, 162, 235)", "rgb(255, 206, 86)"],
      borderWidth: 1,
    }],
  }, /* the rest */
  options: { scales: { y: { beginAtZero: true, ticks: { callback: v => v + '!' } } } },
}
