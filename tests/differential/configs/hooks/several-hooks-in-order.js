const order = [];

module.exports = {
  type: 'line',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [30, 70, 50] }] },
  options: {
    scales: {
      y: {
        beforeUpdate: () => { order.length = 0; order.push('U'); },
        beforeSetDimensions: () => order.push('D'),
        beforeDataLimits: () => order.push('L'),
        afterDataLimits: () => order.push('l'),
        beforeBuildTicks: () => order.push('T'),
        afterBuildTicks: () => order.push('t'),
        beforeTickToLabelConversion: () => order.push('C'),
        afterTickToLabelConversion: () => order.push('c'),
        beforeCalculateLabelRotation: () => order.push('R'),
        afterCalculateLabelRotation: () => order.push('r'),
        beforeFit: () => order.push('F'),
        afterFit: () => order.push('f'),
        afterUpdate: () => order.push('u'),
      },
    },
  },
  plugins: [
    {
      id: 'order',
      afterDraw: ({ ctx }) => {
        ctx.font = 'bold 22px Arial';
        ctx.fillText(order.join(''), 50, 100);
      },
    },
  ],
};
