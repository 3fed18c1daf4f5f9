// Draws a configuration with Chart.js itself.
//   node reference.mjs FONTS FILE.js OUT.png
import fs from 'node:fs';
import vm from 'node:vm';
import { fileURLToPath } from 'node:url';

import { readCase } from './cases.mjs';
import { readInter } from './inter.mjs';
import { createSandbox } from './sandbox.mjs';
import { evaluateConfiguration, TIME_LIMIT } from './script.mjs';

/** Draws a case and returns the canvas. `change` may alter the configuration before it is drawn. */
export function drawReference({ text, name, width, height, ratio }, inter, change = (config) => config) {
  const sandbox = createSandbox({ width, height, inter });
  const config = change(evaluateConfiguration(text, sandbox, name));
  const { Chart, canvas, context } = sandbox;
  config.options ??= {};
  Object.assign(config.options, {
    animation: false,
    responsive: false,
    devicePixelRatio: ratio,
    locale: config.options.locale ?? Chart.defaults.locale ?? 'en-US',
  });
  registerPlugins(config, sandbox);
  config.platform = Chart.BasicPlatform;
  // The picture's size is the case's, even if the script has set that of the canvas.
  Object.assign(canvas, { width, height });
  context.drawChart = () => new Chart(canvas, config);
  vm.runInContext('drawChart()', context, { timeout: TIME_LIMIT });
  return canvas;
}

/** Registers the plugins that a configuration has options for. Datalabels would write on every chart otherwise. */
function registerPlugins(config, { Chart, plugins }) {
  const has = (name) => config.options.plugins?.[name] !== undefined || Chart.defaults.plugins[name] !== undefined;
  if (has('annotation')) {
    Chart.register(plugins.annotation());
  }
  if (has('datalabels') || config.data?.datasets?.some((dataset) => dataset.datalabels !== undefined)) {
    Chart.register(plugins.datalabels());
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [fonts, file, output] = process.argv.slice(2);
  fs.writeFileSync(output, drawReference(readCase(file, file), readInter(fonts)).toBuffer('image/png'));
}
