// The items of the legend: those of the program, which functions of the options replace, choose from and order.
(host, bridge) => {
  'use strict';
  const { encode, functions } = bridge.values;
  let defaultItems = [];

  // `generateLabels` of the defaults.
  bridge.defaultLegendItems = () => defaultItems.map((item) => ({ ...item }));

  // Functions are given by their numbers, or null.
  bridge.changeLegendItems = ({ generate, filter, sort, items }) => {
    const { chart } = bridge;
    defaultItems = items;
    let changed = bridge.defaultLegendItems();
    if (generate !== null) changed = Reflect.apply(functions[generate], { chart, options: chart.options.plugins?.legend }, [chart]) ?? [];
    if (filter !== null) changed = changed.filter((item) => functions[filter](item, chart.data));
    if (sort !== null) changed = changed.sort((a, b) => functions[sort](a, b, chart.data));
    return encode(changed);
  };
}
