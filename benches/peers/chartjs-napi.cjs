// Chart.js on @napi-rs/canvas.
//   node chartjs-napi.cjs cold CONFIG OUT.png
//   node chartjs-napi.cjs warm CONFIG OUT.png N WARMUP   (one JSON line on stdout)
// Modules are found through NODE_PATH, fonts through PEERS_FONTS (run.sh sets both).
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { createCanvas, GlobalFonts } = require('@napi-rs/canvas');
const { Chart } = require('chart.js/auto');

const [mode, input, output, n, warmup] = process.argv.slice(2);
const fonts = process.env.PEERS_FONTS;
GlobalFonts.registerFromPath(path.join(fonts, '400Regular/Inter_400Regular.ttf'), 'Inter');
GlobalFonts.registerFromPath(path.join(fonts, '700Bold/Inter_700Bold.ttf'), 'Inter');
Chart.register({
  id: 'background',
  beforeDraw({ ctx, width, height, options }) {
    ctx.save();
    ctx.globalCompositeOperation = 'destination-over';
    ctx.fillStyle = options.theme.backgroundColor;
    ctx.fillRect(0, 0, width, height);
    ctx.restore();
  },
});

// The whole way from the configuration's text to bytes: what a server does per request.
function render(text, bytes) {
  const config = JSON.parse(text);
  const canvas = createCanvas(config.width, config.height);
  const chart = new Chart(canvas, config);
  const result = bytes(canvas);
  chart.destroy();
  return result;
}

const png = (canvas) => canvas.toBuffer('image/png');
// This canvas has no setting for PNG. Raw pixels tell what is left without an encoder.
const pixels = (canvas) => canvas.data();

const text = fs.readFileSync(input, 'utf8');
async function main() {
  if (mode === 'cold') {
    fs.writeFileSync(output, render(text, png));
  } else {
    const { warm } = require('./warm.cjs');
    fs.writeFileSync(output, render(text, png));
    console.log(JSON.stringify({
      png: await warm(() => render(text, png), Number(n), Number(warmup)),
      pixels: await warm(() => render(text, pixels), Number(n), Number(warmup)),
    }));
  }
}

main();
