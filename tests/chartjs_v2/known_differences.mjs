// Configurations that differ from Chart.js 2.9.4, each with the reason. The test fails if one of them begins to agree.

export const KNOWN_DIFFERENCES = {
  'bar-limit-above-data': 'bars that lie wholly outside of the plot are clipped there and left out here',
  'doughnut-label-shrinks': 'the text in the hole of a doughnut keeps its size, because the hole is not known before the layout',
  'time-major': 'major ticks have the font of the other ticks',
};
