// Chart.js on @napi-rs/canvas, many configurations in one process, as a server would.
//   node batch.cjs WIDTH HEIGHT OUT-DIR CONFIG...
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { createCanvas, GlobalFonts } = require('@napi-rs/canvas');
const { Chart } = require('chart.js/auto');

const fonts = process.env.PEERS_FONTS;
GlobalFonts.registerFromPath(path.join(fonts, '400Regular/Inter_400Regular.ttf'), 'Inter');
GlobalFonts.registerFromPath(path.join(fonts, '700Bold/Inter_700Bold.ttf'), 'Inter');
Chart.defaults.font.family = 'Inter';

const [width, height, folder, ...files] = process.argv.slice(2);
fs.mkdirSync(folder, { recursive: true });

async function main() {
  for (const file of files) {
    const config = JSON.parse(fs.readFileSync(file, 'utf8'));
    config.options = { ...config.options, responsive: false, animation: false };
    const canvas = createCanvas(Number(width), Number(height));
    const chart = new Chart(canvas, config);
    fs.writeFileSync(path.join(folder, `${path.basename(file, '.json')}.png`), canvas.toBuffer('image/png'));
    chart.destroy();
    // Without it no canvas is ever freed.
    await new Promise(setImmediate);
  }
}

main();
