// The canvases of the sandbox: that of the chart, and those that a script makes.
(host, bridge, originals) => {
  'use strict';
  const { assign, defineProperty, parse, stringify } = originals;
  const define = (object, name, descriptor) => defineProperty(object, name, { __proto__: null, ...descriptor });
  const canvasHost = {
    measureText: (...values) => parse(host.call('measureText', stringify(values))),
    parseColor: (text) => parse(host.call('canvasColor', stringify(text))),
    isFont: (text) => parse(host.call('isFont', stringify(text))),
  };
  const values = bridge.makeCanvasValues(canvasHost, originals);
  const canvas = bridge.makeCanvas(canvasHost, values, originals);
  const { CanvasRenderingContext2D, CanvasGradient, CanvasPattern, HTMLCanvasElement, OffscreenCanvas, Path2D } = canvas;
  assign(bridge, { CanvasRenderingContext2D, CanvasGradient, CanvasPattern, HTMLCanvasElement, OffscreenCanvas, Path2D });

  // A gradient or pattern among the options of a configuration.
  for (const kind of [CanvasGradient, CanvasPattern]) {
    define(kind.prototype, bridge.values.DESCRIBE, { value() { return ['paint', this.toJSON()]; } });
  }

  // A canvas among them, such as the content of a label.
  define(HTMLCanvasElement.prototype, bridge.values.DESCRIBE, {
    value() { return ['drawing', canvas.canvasRecording(this)]; },
  });

  // Pictures at an address or in a text are never loaded; a script may wait for them all the same.
  const images = [];
  class HTMLImageElement {
    constructor(width = 0, height = 0) {
      Object.assign(this, { width, height, naturalWidth: 0, naturalHeight: 0, src: '', complete: true, onload: null, style: {} });
      images.push({ image: this, listeners: [] });
    }
    addEventListener(name, listener) {
      if (name === 'load') images.find(({ image }) => image === this).listeners.push(listener);
    }
    removeEventListener() {}
    decode() { return Promise.resolve(); }
  }
  define(HTMLImageElement.prototype, Symbol.toStringTag, { value: 'HTMLImageElement', configurable: true });
  define(HTMLImageElement.prototype, bridge.values.DESCRIBE, { value() { return ['image']; } });
  assign(bridge, { HTMLImageElement, Image: HTMLImageElement });
  bridge.createImage = () => new HTMLImageElement();
  // Calls what waits for the images of a script.
  bridge.runImageListeners = () => {
    for (const { image, listeners } of images) {
      for (const listener of [image.onload, ...listeners]) if (typeof listener === 'function') Reflect.apply(listener, image, [{ target: image }]);
    }
  };

  let context = null;
  bridge.createCanvas = (width, height) => canvas.createCanvasContext(width, height).canvas;
  // The context of the chart's own canvas.
  bridge.chartContext = (size = { width: 300, height: 150, ratio: 1 }) => {
    if (!context) {
      context = canvas.createCanvasContext(size.width * size.ratio, size.height * size.ratio);
      const state = bridge.canvasState();
      if (state) bridge.setCanvasState(state);
    }
    return context;
  };
  // The properties that the layout of Chart.js leaves on its canvas, which plugins see.
  bridge.setCanvasState = (state) => {
    if (!context) return;
    if (state.fontSize) context.font = `${state.fontSize}px Inter`;
    if (state.middle) {
      context.textAlign = 'left';
      context.textBaseline = 'middle';
    }
  };
  bridge.takeDrawing = () => (context ? canvas.takeOperations(context) : []);
}
