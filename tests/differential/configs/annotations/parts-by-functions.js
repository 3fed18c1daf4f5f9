module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 'n', data: [4, 7, 5], borderColor: 'black' }] },
  options: {
    elements: { lineAnnotation: { borderColor: () => 'teal' } },
    plugins: {
      annotation: {
        common: { borderDash: () => [6, 3] },
        annotations: [
          {
            type: 'line',
            scaleID: () => 'y',
            value: 6,
            label: ({ id }) => ({ display: true, content: `label ${id}`, position: () => 'start', font: () => ({ size: 16 }) }),
            arrowHeads: () => ({ end: { display: true, length: 20 } }),
          },
          {
            type: 'label',
            xValue: 1,
            yValue: 4.5,
            xAdjust: () => 60,
            content: ['callout', 'by a function'],
            callout: () => ({ display: true, borderColor: () => 'crimson' }),
          },
        ],
      },
    },
  },
};
