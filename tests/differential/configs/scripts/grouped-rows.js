const rows = [
  { day: 'Mon', team: 'A', done: 3 },
  { day: 'Mon', team: 'B', done: 5 },
  { day: 'Tue', team: 'A', done: 6 },
  { day: 'Tue', team: 'B', done: 2 },
  { day: 'Wed', team: 'A', done: 4 },
];
const days = [...new Set(rows.map((row) => row.day))];
const teams = [...new Set(rows.map(({ team }) => team))];
const find = (day, team) => rows.find((row) => row.day === day && row.team === team)?.done ?? 0;

module.exports = {
  type: 'bar',
  data: {
    labels: days,
    datasets: teams.map((team, i) => ({ label: `Team ${team}`, data: days.map((day) => find(day, team)), backgroundColor: ['#26a69a', '#ab47bc'][i] })),
  },
  options: { scales: { x: { stacked: true }, y: { stacked: true } } },
};
