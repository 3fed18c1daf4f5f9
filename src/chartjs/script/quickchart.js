// The functions that QuickChart has for fills: gradients and the patterns of patternomaly 1.3.2. As in QuickChart each of them
// returns a function, which is an option that is called when the size of the picture is known.
(host, bridge) => {
  'use strict';
  const getGradientFill = (stops, line) => () => {
    const { ctx, width } = bridge.chart;
    const gradient = ctx.createLinearGradient(...(line ?? [0, 0, width, 0]));
    for (const { offset, color } of stops) gradient.addColorStop(offset, color);
    return gradient;
  };
  // Colours at equal distances. The direction is `vertical`, `both` for the diagonal, or else horizontal.
  const getGradientFillHelper = (direction, colors, dimensions) => () => {
    const { width, height } = bridge.chart;
    const x = direction === 'vertical' ? 0 : dimensions?.width || width;
    const y = direction === 'vertical' || direction === 'both' ? dimensions?.height || height : 0;
    const stops = colors.map((color, index) => ({ color, offset: index / (colors.length - 1 || 1) }));
    return getGradientFill(stops, [0, 0, x, y])();
  };

  // ---- Patterns. A tile has four cells; a shape is drawn in two of them, at fractions of the tile's side.

  const BACKGROUND = 'rgba(100, 100, 100, 0.7)';
  const FOREGROUND = 'rgba(255, 255, 255, 0.8)';
  const SIDE = 20;
  const MAX_SIDE = 200;

  // Adds lines to the path, each a list of coordinates.
  const addLines = (context, ...lines) => {
    for (const points of lines) {
      for (let at = 0; at < points.length; at += 2) context[at === 0 ? 'moveTo' : 'lineTo'](points[at], points[at + 1]);
    }
  };
  const addPolygon = (context, points) => {
    addLines(context, points);
    context.closePath();
  };
  const plus = (context, side) => addLines(context, [side / 4, 0, side / 4, side / 2], [0, side / 4, side / 2, side / 4]);
  const dash = (context, side) => addLines(context, [2, 2, side / 2 - 2, side / 2 - 2]);
  const cross = (context, side) => {
    dash(context, side);
    addLines(context, [2, side / 2 - 2, side / 2 - 2, 2]);
  };
  // A circle that is joined to the edge of its cell, which a stroke shows.
  const circle = (radius) => (context, side) => {
    context.moveTo(side / 2, side / 4);
    context.arc(side / 4, side / 4, side * radius, 0, 2 * Math.PI);
    context.closePath();
  };
  const line = (context, side) => addLines(context, [0, side / 4, side, side / 4]);
  const weave = (context, side) =>
    addLines(context, [1, 1, side / 2 - 1, side / 2 - 1], [side / 2 + 1, side - 1, side - 1, side / 2 + 1]);
  const zigzag = (context, side) => {
    const [high, low] = [side / 10, side * 0.4];
    addLines(context, [0, high, side / 4, low, side / 2, high, side * 0.75, low, side, high]);
  };
  const diagonal = (context, side) => addLines(context, [side / 2 - 1, -1, side + 1, side / 2 + 1]);
  const square = (context, side) => context.rect(side / 20, side / 20, side * 0.4, side * 0.4);
  const box = (context, side) => context.rect(side / 20, side / 20, side * 0.3, side * 0.3);
  const triangle = (context, side) => addPolygon(context, [side / 4, 0, side / 2, side / 2, 0, side / 2]);
  const diamondWithGap = (gap) => (context, side) => {
    const [near, middle, far] = [gap, side / 4, side / 2 - gap];
    addPolygon(context, [middle, near, far, middle, middle, far, near, middle]);
  };

  // The cells of a shape that are stroked and filled, each with its offset; `turn` turns the tile by quarters.
  const inBoth = (cell) => [[cell, 0, 0], [cell, 0.5, 0.5]];
  const lines = [[line, 0, 0], [line, 0, 0.5]];
  const zigzags = [[zigzag, 0, 0], [zigzag, 0, 0.5]];
  const diagonals = [[diagonal, 0, 0], [diagonal, -0.5, 0.5]];
  const SHAPES = {
    plus: { stroke: inBoth(plus) },
    cross: { stroke: inBoth(cross) },
    dash: { stroke: inBoth(dash) },
    'cross-dash': { stroke: [[cross, 0, 0], [dash, 0.5, 0.5]] },
    dot: { fill: inBoth(circle(0.1)) },
    'dot-dash': { stroke: [[dash, 0.5, 0.5]], fill: [[circle(0.1), 0, 0]] },
    disc: { fill: inBoth(circle(0.2)) },
    ring: { stroke: inBoth(circle(0.2)) },
    line: { stroke: lines },
    'line-vertical': { stroke: lines, turn: 1 },
    weave: { stroke: [[weave, 0, 0]] },
    zigzag: { stroke: zigzags },
    'zigzag-vertical': { stroke: zigzags, turn: 1 },
    diagonal: { stroke: diagonals },
    'diagonal-right-left': { stroke: diagonals, turn: 1 },
    square: { fill: inBoth(square) },
    box: { stroke: inBoth(box) },
    triangle: { fill: inBoth(triangle) },
    'triangle-inverted': { fill: inBoth(triangle), turn: 2 },
    diamond: { fill: inBoth(diamondWithGap(0)) },
    'diamond-box': { stroke: inBoth(diamondWithGap(1)) },
  };
  const FORMER_NAMES = {
    circle: 'disc',
    'triangle-vertical': 'triangle-inverted',
    'line-horizontal': 'line',
    'line-diagonal-lr': 'diagonal',
    'line-diagonal-rl': 'diagonal-right-left',
    'zigzag-horizontal': 'zigzag',
    'diamond-outline': 'diamond-box',
  };

  const addCells = (context, cells, side) => {
    context.beginPath();
    for (const [cell, x, y] of cells) {
      context.save();
      context.translate(x * side, y * side);
      cell(context, side);
      context.restore();
    }
  };
  // Turns the tile about its middle, so that it keeps its place.
  const turnTile = (context, quarters, side) => {
    context.translate(side / 2, side / 2);
    context.rotate((quarters * Math.PI) / 2);
    context.translate(-side / 2, -side / 2);
  };
  const drawTile = (shape, background, foreground, side) => {
    const context = bridge.createCanvas(side, side).getContext('2d');
    context.fillStyle = background;
    context.fillRect(0, 0, side, side);
    Object.assign(context, { strokeStyle: foreground, fillStyle: foreground, lineWidth: side / 10, lineJoin: 'round', lineCap: 'round' });
    turnTile(context, shape.turn ?? 0, side);
    if (shape.stroke) {
      addCells(context, shape.stroke, side);
      context.stroke();
    }
    if (shape.fill) {
      addCells(context, shape.fill, side);
      context.fill();
    }
    return context.canvas;
  };
  const own = (object, name) => (Object.hasOwn(object, name) ? object[name] : undefined);
  const draw = (name, background, foreground, size) => {
    const shape = own(SHAPES, own(FORMER_NAMES, name) ?? name ?? 'square');
    if (!shape) throw new TypeError(`pattern.draw: no shape ${JSON.stringify(name)}; there are ${Object.keys(SHAPES).join(', ')}`);
    const side = Math.min(MAX_SIDE, size) || SIDE;
    return () => bridge.chart.ctx.createPattern(drawTile(shape, background ?? BACKGROUND, foreground ?? FOREGROUND, side), 'repeat');
  };

  bridge.getGradientFill = getGradientFill;
  bridge.getGradientFillHelper = getGradientFillHelper;
  bridge.pattern = { draw };
  bridge.getImageFill = () => {
    throw new TypeError('getImageFill: pictures of other addresses are not loaded');
  };
}
