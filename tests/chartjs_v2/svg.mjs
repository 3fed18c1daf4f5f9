// Extracts from Emberline's SVG what `oracle.mjs` extracts from Chart.js's drawing.

const ENTITIES = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const decode = (text) => text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex, decimal, name) =>
  hex ? String.fromCodePoint(parseInt(hex, 16)) : decimal ? String.fromCodePoint(Number(decimal)) : ENTITIES[name]);

/// Reads the drawn elements in order, each with its attributes, those of its groups, and its group's class.
function readElements(svg) {
  const elements = [];
  const groups = [{}];
  let hidden = 0;
  for (const [, close, name, attributes, empty, text] of svg.matchAll(/<(\/?)([a-zA-Z]+)([^>]*?)(\/?)>([^<]*)/g)) {
    if (['defs', 'title', 'desc'].includes(name)) hidden += close ? -1 : 1;
    if (hidden > 0) continue;
    const own = Object.fromEntries([...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key, decode(value)]));
    if (name === 'g') {
      if (close) groups.pop();
      else if (!empty) groups.push({ ...groups.at(-1), ...own, transform: own.transform ?? groups.at(-1).transform });
    } else if (!close && ['text', 'path', 'rect', 'circle'].includes(name)) {
      elements.push({ name, own, all: { ...groups.at(-1), ...own }, class: groups.at(-1).class, text: decode(text) });
    }
  }
  return elements;
}

/// A paint as `r,g,b,a`; `null` for none.
function paint(all, kind, parseColor) {
  const color = all[kind] ?? (kind === 'fill' ? '#000000' : 'none');
  return color === 'none' ? null : parseColor(color, Number(all[`${kind}-opacity`] ?? 1));
}

/// The place of an element's origin in the picture.
function place({ x = 0, y = 0, transform = '' }) {
  const [, left = 0, top = 0] = /translate\(([-\d.]+)[ ,]([-\d.]+)\)/.exec(transform) ?? [];
  const angle = (Number(/rotate\(([-\d.]+)/.exec(transform)?.[1] ?? 0) * Math.PI) / 180;
  const [dx, dy] = [Number(x), Number(y)];
  return { x: Number(left) + dx * Math.cos(angle) - dy * Math.sin(angle), y: Number(top) + dx * Math.sin(angle) + dy * Math.cos(angle), angle };
}

const ANNOTATION_CLASSES = ['rules', 'bands', 'marks', 'notes'];

/// Extracts texts, the ticks' places and colours.
export function summarizeSvg(svg, fonts, parseColor) {
  const elements = readElements(svg);
  const roleOf = (element) => {
    if (ANNOTATION_CLASSES.includes(element.class)) return 'annotation';
    // A title below the plot has another class.
    return element.class === 'footer' ? 'title' : element.class;
  };
  const texts = {};
  for (const element of elements.filter((element) => element.name === 'text' && element.text.trim() !== '')) {
    const { all } = element;
    const bold = Number(all['font-weight'] ?? 400) >= 600;
    const size = Number(all['font-size']);
    const width = fonts.width(element.text, `${bold ? 'bold ' : ''}${size}px Inter`);
    const at = place(all);
    // Ticks of vertical axes are compared by the middle of the line, others by the middle of the text.
    (texts[roleOf(element)] ??= []).push({ text: element.text, x: at.x + (width / 2) * Math.cos(at.angle), y: at.y - size * 0.36, end: at.x + width * Math.cos(at.angle), color: paint(all, 'fill', parseColor), size, bold, turned: at.angle !== 0 });
  }
  const painted = (role, kinds = ['fill', 'stroke']) => [...new Set(elements
    .filter((element) => element.name !== 'text' && (roleOf(element) === role || (role === 'grid' && /^[xy]-axis$/.test(element.class))))
    .flatMap((element) => kinds.map((kind) => paint(element.all, kind, parseColor)))
    .filter((color) => color && !color.endsWith(',0)')))].sort();
  return { texts, legend: legendItems(elements.filter((element) => element.class === 'legend'), parseColor), fills: painted('dataset', ['fill']), strokes: painted('dataset', ['stroke']), annotations: painted('annotation'), grid: painted('grid', ['stroke']) };
}

/// The items of the legend: text, fill and stroke of the key. A line through a hidden item follows its text.
function legendItems(elements, parseColor) {
  const items = [];
  let key = {};
  for (const { name, all, own, text } of elements) {
    if (name === 'text') {
      items.push({ text, fill: key.fill ?? null, stroke: key.stroke ?? null, width: key.stroke ? key.width : 0 });
      key = {};
    } else if (own.fill !== 'none' || key.fill === undefined) {
      const isStrike = own.fill === 'none' && /^M[-\d. ]+H[-\d.]+$/.test(own.d ?? '') && own['stroke-width'] === '2';
      if (isStrike) continue;
      key = { fill: paint({ fill: 'none', ...own }, 'fill', parseColor), stroke: paint(own, 'stroke', parseColor), width: Number(all['stroke-width'] ?? 1) };
    }
  }
  return items;
}
