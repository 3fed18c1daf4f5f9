// Draws a configuration with Chart.js 2.9.4 and its plugins, and extracts what Emberline must agree with.

import { createRequire } from 'node:module';

import { isBoldFont } from './fonts.mjs';
import { copyConfig } from './functions.mjs';
import { Recorder } from './recorder.mjs';

/// Loads Chart.js and the plugins from a folder with `node_modules`.
export function loadChartJs(folder) {
  const require = createRequire(`${folder}/package.json`);
  const Chart = require('chart.js');
  const annotation = require('chartjs-plugin-annotation');
  const datalabels = require('chartjs-plugin-datalabels');
  // This one registers itself and exports nothing.
  const before = new Set(Chart.plugins.getAll());
  require('chartjs-plugin-doughnutlabel');
  const doughnutlabel = Chart.plugins.getAll().find((plugin) => !before.has(plugin));
  for (const plugin of [annotation, datalabels, doughnutlabel]) Chart.plugins.unregister(plugin);
  Chart.defaults.global.defaultFontFamily = 'Inter';
  return { Chart, fontkit: require('fontkit'), plugins: { annotation, datalabels, doughnutlabel } };
}

/// A copy of a plugin that draws under a role.
function withRole(plugin, role, recorder) {
  const copy = { ...plugin };
  for (const hook of ['beforeDatasetsDraw', 'beforeDatasetDraw', 'afterDatasetsDraw', 'afterDatasetDraw', 'afterDraw']) {
    if (plugin[hook]) copy[hook] = (...args) => recorder.as(role, () => plugin[hook](...args));
  }
  return copy;
}

/// Draws a configuration.
export function drawWithChartJs({ Chart, plugins }, fonts, config, { width, height }) {
  const recorder = new Recorder(fonts, width, height);
  const own = copyConfig(config);
  own.options ??= {};
  Object.assign(own.options, { animation: { duration: 0 }, responsive: false, devicePixelRatio: 1 });
  own.plugins = [];
  if (own.options.annotation) own.plugins.push(withRole(plugins.annotation, 'annotation', recorder));
  const hasDataLabels = own.options.plugins?.datalabels ?? own.data.datasets.some((dataset) => dataset.datalabels);
  if (hasDataLabels) own.plugins.push(withRole(plugins.datalabels, 'data-labels', recorder));
  if (own.options.plugins?.doughnutlabel) own.plugins.push(withRole(plugins.doughnutlabel, 'annotation', recorder));
  // Roles of the boxes are set when the chart is complete, so it is drawn a second time.
  // It warns of options whose old names it still knows.
  console.warn = () => {};
  const chart = new Chart(recorder, own);
  for (const box of chart.boxes) nameRoles(box, recorder);
  recorder.records.length = 0;
  chart.draw();
  return { chart, recorder };
}

/// Makes a box of the chart draw its parts under their roles.
function nameRoles(box, recorder) {
  const wrap = (name, role) => {
    if (!box[name]) return;
    const own = box[name].bind(box);
    box[name] = (...args) => recorder.as(role, () => own(...args));
  };
  if (box._drawLabels) {
    wrap('_drawGrid', 'grid');
    wrap('_drawLabels', axisRole(box));
    wrap('_drawTitle', 'axis-title');
  } else {
    wrap('draw', box.legendItems ? 'legend' : 'title');
  }
}

/// The role of an axis's labels; each cartesian axis has its own.
const axisRole = (scale) => (scale.type === 'radialLinear' ? 'r-axis' : `${scale.isHorizontal() ? 'x' : 'y'}-axis ${scale.id}`);

/// The labels of all axes of a direction: axes in the order of the options, ticks from the left or from the bottom.
function axisLabels({ chart, recorder }, direction) {
  const axes = (chart.options.scales?.[`${direction}Axes`] ?? []).map((options) => chart.scales[options.id]);
  return axes.flatMap((axis) => {
    const labels = recorder.records.filter((record) => record.role === axisRole(axis));
    return direction === 'y' && ['linear', 'logarithmic'].includes(axis.type) ? labels.reverse() : labels;
  });
}

/// Extracts texts, ticks and colours. `parseColor` makes a comparable text of a CSS colour.
export function summarize({ chart, recorder }, parseColor) {
  const { records } = recorder;
  const ofRole = (role) => records.filter((record) => record.role === role);
  const texts = {};
  for (const role of TEXT_ROLES) {
    const records = /^[xy]-axis$/.test(role) ? axisLabels({ chart, recorder }, role[0]) : ofRole(role);
    texts[role] = records.filter((record) => record.kind === 'fillText' && record.text.trim() !== '').map((record) => ({
      text: record.text, x: record.x, y: record.y, color: parseColor(record.fillStyle),
      size: Number(/(\d+(?:\.\d+)?)px/.exec(record.font)[1]), bold: isBoldFont(record.font),
    }));
  }
  return { texts, legend: legendItems(ofRole('legend'), parseColor), fills: paintColors(ofRole('dataset').filter((record) => record.kind === 'fill'), parseColor),
    strokes: paintColors(ofRole('dataset').filter((record) => record.kind === 'stroke'), parseColor), annotations: paintColors(ofRole('annotation'), parseColor), grid: paintColors(ofRole('grid').filter((record) => record.kind === 'stroke'), parseColor), area: chart.chartArea };
}

export const TEXT_ROLES = ['title', 'legend', 'x-axis', 'y-axis', 'axis-title', 'r-axis', 'grid', 'data-labels', 'annotation'];

/// The set of colours of fills and strokes.
function paintColors(records, parseColor) {
  const colors = records.filter((record) => record.kind === 'fill' || record.kind === 'stroke')
    .map((record) => parseColor(record.kind === 'fill' ? record.fillStyle : record.strokeStyle));
  return [...new Set(colors)].filter((color) => !color.endsWith(',0)')).sort();
}

/// The items of the legend: text, fill and stroke of the key.
function legendItems(records, parseColor) {
  const items = [];
  let key = {};
  for (const record of records) {
    if (record.kind === 'fill') key.fill = visible(parseColor(record.fillStyle));
    if (record.kind === 'stroke' && items.length > 0 && key.fill === undefined) continue;
    if (record.kind === 'stroke') key.stroke = visible(parseColor(record.strokeStyle)), key.width = record.lineWidth;
    if (record.kind === 'fillText') {
      items.push({ text: record.text, fill: key.fill ?? null, stroke: key.stroke ?? null, width: key.stroke ? key.width : 0 });
      key = {};
    }
  }
  return items;
}

const visible = (color) => (color.endsWith(',0)') ? null : color);
