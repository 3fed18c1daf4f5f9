// Times `render` n times after `warmup` untimed calls, in milliseconds.
'use strict';
exports.warm = async (render, n, warmup) => {
  const times = [];
  let bytes = 0;
  for (let i = -warmup; i < n; i += 1) {
    const start = process.hrtime.bigint();
    bytes = render().length;
    if (i >= 0) times.push(Number(process.hrtime.bigint() - start) / 1e6);
    // Untimed, as between a server's requests: without it no canvas is ever freed.
    await new Promise(setImmediate);
  }
  times.sort((a, b) => a - b);
  const middle = (times[(n - 1) >> 1] + times[n >> 1]) / 2;
  return { n, median_ms: middle, min_ms: times[0], max_ms: times[n - 1], bytes };
};
