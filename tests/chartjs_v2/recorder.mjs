// A canvas context that draws nothing and records every text, fill and stroke with its colours.

const INITIAL_STATE = {
  fillStyle: '#000000', strokeStyle: '#000000', lineWidth: 1, font: '10px sans-serif', globalAlpha: 1,
  textAlign: 'start', textBaseline: 'alphabetic', lineDashOffset: 0, lineCap: 'butt', lineJoin: 'miter',
};

/// Records what is drawn on a canvas. `role` names the part of the chart that is being drawn.
export class Recorder {
  constructor(fonts, width, height) {
    this.fonts = fonts;
    this.canvas = { width, height, style: {}, getContext: () => this };
    this.role = 'dataset';
    this.records = [];
    this.stack = [];
    this.transform = [1, 0, 0, 1, 0, 0];
    this.hasNoAngle = false;
    Object.assign(this.state = {}, INITIAL_STATE);
    for (const name of Object.keys(INITIAL_STATE)) {
      Object.defineProperty(this, name, { get: () => this.state[name], set: (value) => this.set(name, value) });
    }
  }

  /// Sets an attribute; a canvas ignores values that it can't use.
  set(name, value) {
    if (name === 'lineWidth' && !(Number(value) > 0)) return;
    if ((name === 'fillStyle' || name === 'strokeStyle') && typeof value !== 'string') return;
    this.state[name] = value;
  }

  save() { this.stack.push([{ ...this.state }, this.transform]); }
  restore() {
    const saved = this.stack.pop();
    if (saved) [this.state, this.transform] = saved;
  }

  /// Runs a drawing step under a role.
  as(role, step) {
    const before = this.role;
    this.role = role;
    try { return step(); } finally { this.role = before; }
  }

  translate(x, y) { this.multiply([1, 0, 0, 1, x, y]); }
  scale(x, y) { this.multiply([x, 0, 0, y, 0, 0]); }
  rotate(angle) { const [s, c] = [Math.sin(angle), Math.cos(angle)]; this.multiply([c, s, -s, c, 0, 0]); }
  multiply([a, b, c, d, e, f]) {
    const [A, B, C, D, E, F] = this.transform;
    this.transform = [A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d, A * e + C * f + E, B * e + D * f + F];
  }
  setTransform(...to) { this.transform = to; }
  resetTransform() { this.transform = [1, 0, 0, 1, 0, 0]; }

  measureText(text) { return { width: this.fonts.width(String(text), this.state.font) }; }

  record(kind, more) {
    const { fillStyle, strokeStyle, lineWidth, font } = this.state;
    this.records.push({ role: this.role, kind, fillStyle, strokeStyle, lineWidth, font, ...more });
  }
  text(kind, text, x, y) {
    const [a, b, c, d, e, f] = this.transform;
    this.record(kind, { text: String(text), x: a * x + c * y + e, y: b * x + d * y + f, textAlign: this.state.textAlign });
  }
  fillText(text, x, y) { this.text('fillText', text, x, y); }
  strokeText(text, x, y) { this.text('strokeText', text, x, y); }
  /// A slice without an angle has no area.
  fill() { if (!this.hasNoAngle) this.record('fill'); }
  beginPath() { this.hasNoAngle = false; }
  arc(x, y, radius, start, end) { this.hasNoAngle = start === end; }
  stroke() { this.record('stroke'); }
  fillRect() { this.record('fill'); }
  strokeRect() { this.record('stroke'); }

  closePath() {} moveTo() {} lineTo() {} bezierCurveTo() {} quadraticCurveTo() {} arcTo() {}
  rect() {} ellipse() {} clip() {} clearRect() {} setLineDash() {} getLineDash() { return []; } drawImage() {}
}
