// Colours as comparable texts.

import { createRequire } from 'node:module';

/// Returns a function that makes `(r,g,b,a)` of a CSS colour, for example of `red` or `#f00`.
export function colorParser(folder) {
  const require = createRequire(createRequire(`${folder}/package.json`).resolve('chart.js'));
  const Color = require('chartjs-color');
  return (css, opacity = 1) => {
    const color = new Color(css.trim() === 'transparent' ? 'rgba(0,0,0,0)' : css);
    const { r, g, b } = color.rgb();
    // Emberline keeps an eighth bit of an opacity, and writes two to three decimals.
    const alpha = Math.round(color.alpha() * opacity * 100) / 100;
    return `(${[r, g, b].map(Math.round).join()},${alpha})`;
  };
}
