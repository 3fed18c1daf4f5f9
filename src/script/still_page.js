// Globals of a page that lead outside in a browser. A still picture waits for nothing, so what is put off never runs.
(host, bridge) => {
  'use strict';
  const ignore = function () {};
  bridge.performance = { now: () => 0 };
  bridge.console = { log: ignore, info: ignore, warn: ignore, error: ignore, debug: ignore, trace: ignore, table: ignore };
  bridge.setTimeout = function () { return 0; };
  bridge.setInterval = function () { return 0; };
  bridge.requestAnimationFrame = function () { return 0; };
  bridge.clearTimeout = function () {};
  bridge.clearInterval = function () {};
  bridge.cancelAnimationFrame = function () {};
}
