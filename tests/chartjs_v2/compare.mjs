// Compares the summaries of Chart.js's drawing and of Emberline's.

import { TEXT_ROLES } from './oracle.mjs';

/// Ticks may be this far away from those of Chart.js, in pixels.
const TICK_TOLERANCE = 4;

/// Returns the differences as lines of text.
export function compare(expected, found) {
  const lines = [];
  const differ = (what, a, b) => {
    const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
    if (left !== right) lines.push(`${what}: expected ${left}, found ${right}`);
  };
  for (const role of TEXT_ROLES) {
    const [theirs, ours] = [expected.texts[role] ?? [], found.texts[role] ?? []];
    const texts = (list) => list.map((item) => item.text);
    differ(`texts of ${role}`, texts(theirs), texts(ours));
    if (theirs.length !== ours.length) continue;
    const looks = (list) => [...new Set(list.map(({ color, size, bold }) => `${size}px ${bold ? 'bold ' : ''}${color}`))];
    differ(`look of ${role}`, looks(theirs), looks(ours));
    if (role === 'x-axis' || role === 'y-axis') comparePlaces(role, theirs, ours, lines);
  }
  differ('legend', expected.legend, found.legend);
  differ('fills of marks', expected.fills, found.fills);
  differ('strokes of marks', expected.strokes, found.strokes);
  differ('colours of annotations', expected.annotations, found.annotations);
  differ('colours of grids', expected.grid, found.grid);
  return lines;
}

/// Compares the places of ticks along their axis, from which follow the axis's minimum and maximum.
function comparePlaces(role, theirs, ours, lines) {
  const along = role === 'x-axis' ? 'x' : 'y';
  for (const [index, item] of theirs.entries()) {
    const own = ours[index];
    const at = role === 'x-axis' && own.turned ? own.end : own[along];
    if (Math.abs(at - item[along]) > TICK_TOLERANCE) {
      lines.push(`place of ${role} ${item.text}: expected ${item[along].toFixed(1)}, found ${at.toFixed(1)}`);
      return;
    }
  }
}
