// `Chart.Ticks.formatters`, and the text of a value on a scale (Chart.js 4.6.1).
(host, bridge) => {
  'use strict';
  const formatNumber = (value, locale, options) => new Intl.NumberFormat(locale, options).format(value);
  // The distance to the next tick, or to the whole number below.
  const distance = (value, ticks) => {
    const step = ticks.length > 3 ? ticks[2].value - ticks[1].value : ticks[1].value - ticks[0].value;
    return Math.abs(step) >= 1 && value !== Math.floor(value) ? value - Math.floor(value) : step;
  };
  const formatters = {
    values: (value) => (Array.isArray(value) ? value : `${value}`),
    numeric(value, index, ticks) {
      if (value === 0) return '0';
      let notation;
      let delta = value;
      if (ticks.length > 1) {
        const greatest = Math.max(Math.abs(ticks[0].value), Math.abs(ticks[ticks.length - 1].value));
        if (greatest < 1e-4 || greatest > 1e15) notation = 'scientific';
        delta = distance(value, ticks);
      }
      const log = Math.log10(Math.abs(delta));
      const digits = Number.isNaN(log) ? 1 : Math.max(Math.min(-Math.floor(log), 20), 0);
      const options = { notation, minimumFractionDigits: digits, maximumFractionDigits: digits, ...this.options.ticks.format };
      return formatNumber(value, this.chart.options.locale, options);
    },
    logarithmic(value, index, ticks) {
      if (value === 0) return '0';
      const significand = ticks[index].significand || value / Math.pow(10, Math.floor(Math.log10(value)));
      const isWritten = [1, 2, 3, 5, 10, 15].includes(significand) || index > 0.8 * ticks.length;
      return isWritten ? Reflect.apply(formatters.numeric, this, [value, index, ticks]) : '';
    },
  };
  bridge.ticks = { formatters };

  // The text of a value, as tooltips have it.
  bridge.valueLabel = (scale, value) => {
    const { options } = scale;
    if (scale.type !== 'time' && scale.type !== 'timeseries') {
      return formatNumber(value, scale.chart.options.locale, options.ticks?.format);
    }
    const pattern = options.time?.tooltipFormat || options.time?.displayFormats?.datetime;
    return JSON.parse(host.call('instant', JSON.stringify({ value: Number(value), pattern: pattern ? String(pattern) : null })));
  };
}
