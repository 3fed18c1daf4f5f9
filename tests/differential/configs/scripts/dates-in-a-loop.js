const points = [];
for (let day = new Date(Date.UTC(2023, 0, 30)); points.length < 5; day.setUTCDate(day.getUTCDate() + 1)) {
  points.push({ x: day.toISOString(), y: day.getUTCDate() });
}

module.exports = {
  type: 'bar',
  data: { datasets: [{ label: 'day of month', data: points, backgroundColor: '#8bc34a' }] },
  options: { scales: { x: { type: 'time', time: { unit: 'day' } } } },
};
