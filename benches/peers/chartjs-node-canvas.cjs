// chartjs-node-canvas (Chart.js on node-canvas, Cairo). Same arguments as chartjs-napi.cjs.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { ChartJSNodeCanvas } = require('chartjs-node-canvas');

const [mode, input, output, n, warmup] = process.argv.slice(2);
const fonts = process.env.PEERS_FONTS;
const text = fs.readFileSync(input, 'utf8');
const { width, height, options } = JSON.parse(text);
const renderer = new ChartJSNodeCanvas({ width, height, backgroundColour: options.theme.backgroundColor });
renderer.registerFont(path.join(fonts, '400Regular/Inter_400Regular.ttf'), { family: 'Inter' });
renderer.registerFont(path.join(fonts, '700Bold/Inter_700Bold.ttf'), { family: 'Inter', weight: 'bold' });

const png = () => renderer.renderToBufferSync(JSON.parse(text), 'image/png');
// Not in its public interface: the same chart with the cheapest PNG that node-canvas can write.
function fastPng() {
  const chart = renderer.renderChart(JSON.parse(text));
  const { canvas } = chart;
  const bytes = canvas.toBuffer('image/png', { compressionLevel: 1, filters: canvas.PNG_FILTER_NONE });
  chart.destroy();
  return bytes;
}

async function main() {
  if (mode === 'cold') {
    fs.writeFileSync(output, png());
  } else {
    const { warm } = require('./warm.cjs');
    fs.writeFileSync(output, png());
    console.log(JSON.stringify({
      png: await warm(png, Number(n), Number(warmup)),
      fast_png: await warm(fastPng, Number(n), Number(warmup)),
    }));
  }
}

main();
