class Series {
  #points;
  constructor(label, points) {
    this.label = label;
    this.#points = [...points];
  }
  toDataset(color) {
    return { label: this.label, data: this.#points, borderColor: color, backgroundColor: color };
  }
}

function* squares(count) {
  for (let n = 1; n <= count; n++) yield n * n;
}

module.exports = {
  type: 'line',
  data: { labels: [1, 2, 3, 4, 5], datasets: [new Series('squares', squares(5)).toDataset('indigo')] },
};
