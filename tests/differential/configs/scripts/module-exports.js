'use strict';

const { max } = Math;
const data = [3, 9, 4];

module.exports = {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'x', data, backgroundColor: (c) => (c.raw === max(...data) ? 'gold' : 'gray') }] },
};
