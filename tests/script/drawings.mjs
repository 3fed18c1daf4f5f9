// Drawings of 200 × 120 px with the Canvas 2D API. The tests record them; `tests/fixtures/canvas` has the recordings, and
// the SVG that each becomes.

export const WIDTH = 200;
export const HEIGHT = 120;

export const drawings = {
  shapes(ctx) {
    ctx.fillStyle = '#2b6cb0';
    ctx.fillRect(10, 10, 50, 40);
    ctx.lineWidth = 4;
    ctx.strokeStyle = 'rgba(200, 30, 30, 0.7)';
    ctx.strokeRect(30, 30, 60, 40);
    ctx.beginPath();
    ctx.arc(130, 40, 25, 0, Math.PI * 1.5);
    ctx.lineTo(130, 40);
    ctx.closePath();
    ctx.fill();
    ctx.stroke();
    ctx.beginPath();
    ctx.ellipse(150, 90, 30, 12, 0.5, 0, Math.PI * 2);
    ctx.moveTo(60, 110);
    ctx.bezierCurveTo(20, 60, 100, 60, 70, 110);
    ctx.quadraticCurveTo(50, 100, 20, 112);
    ctx.stroke();
  },
  corners(ctx) {
    ctx.fillStyle = '#38a169';
    ctx.beginPath();
    ctx.roundRect(8, 8, 60, 40, [20, 4, { x: 30, y: 10 }, 0]);
    ctx.roundRect(150, 60, -60, -48, 100);
    ctx.fill();
    ctx.lineWidth = 8;
    for (const [index, join] of ['miter', 'round', 'bevel'].entries()) {
      ctx.lineJoin = join;
      ctx.lineCap = ['butt', 'round', 'square'][index];
      ctx.beginPath();
      ctx.moveTo(20 + index * 60, 110);
      ctx.lineTo(35 + index * 60, 70);
      ctx.lineTo(50 + index * 60, 110);
      ctx.stroke();
    }
    ctx.lineWidth = 2;
    ctx.beginPath();
    ctx.moveTo(155, 10);
    ctx.arcTo(195, 10, 195, 60, 20);
    ctx.arcTo(195, 60, 155, 50, 8);
    ctx.stroke();
  },
  transforms(ctx) {
    for (let step = 0; step < 6; step += 1) {
      ctx.save();
      ctx.translate(100, 60);
      ctx.rotate((step * Math.PI) / 3);
      ctx.scale(1 + step / 5, 0.6);
      ctx.fillStyle = `rgb(${40 * step}, 90, 160)`;
      ctx.fillRect(10, -8, 25, 16);
      ctx.lineWidth = 3;
      ctx.strokeRect(10, -8, 25, 16);
      ctx.restore();
    }
    ctx.setTransform(1, 0.2, -0.4, 1, 20, 10);
    ctx.globalAlpha = 0.5;
    ctx.fillRect(0, 0, 40, 30);
  },
  gradients(ctx) {
    const line = ctx.createLinearGradient(10, 0, 90, 0);
    ctx.fillStyle = line;
    line.addColorStop(0, 'red');
    line.addColorStop(0.5, 'rgba(0, 128, 0, 0.4)');
    line.addColorStop(1, 'blue');
    ctx.fillRect(5, 5, 90, 40);
    const disc = ctx.createRadialGradient(145, 30, 5, 150, 35, 30);
    disc.addColorStop(0, 'white');
    disc.addColorStop(1, '#663399');
    ctx.fillStyle = disc;
    ctx.fillRect(110, 5, 80, 60);
    const inward = ctx.createRadialGradient(50, 85, 30, 50, 85, 5);
    inward.addColorStop(0, 'orange');
    inward.addColorStop(1, 'black');
    ctx.strokeStyle = inward;
    ctx.lineWidth = 12;
    ctx.strokeRect(20, 65, 60, 40);
    ctx.save();
    ctx.translate(110, 75);
    ctx.scale(1, 0.5);
    ctx.fillStyle = line;
    ctx.fillRect(0, 0, 80, 80);
    ctx.restore();
  },
  conic(ctx) {
    const turn = ctx.createConicGradient(0.5, 100, 60);
    turn.addColorStop(0, 'red');
    turn.addColorStop(0.3, 'yellow');
    turn.addColorStop(0.8, 'blue');
    turn.addColorStop(1, 'red');
    ctx.strokeStyle = turn;
    ctx.lineWidth = 20;
    ctx.beginPath();
    ctx.arc(100, 60, 40, 0, 7);
    ctx.stroke();
  },
  patterns(ctx, createCanvas) {
    const tile = createCanvas(12, 12);
    const inner = tile.getContext('2d');
    inner.fillStyle = '#fbd38d';
    inner.fillRect(0, 0, 12, 12);
    inner.strokeStyle = '#c05621';
    inner.beginPath();
    inner.moveTo(0, 12);
    inner.lineTo(12, 0);
    inner.stroke();
    for (const [index, repetition] of ['repeat', 'repeat-x', 'repeat-y', 'no-repeat'].entries()) {
      ctx.save();
      ctx.translate((index % 2) * 100, Math.floor(index / 2) * 60);
      ctx.fillStyle = ctx.createPattern(tile, repetition);
      ctx.fillRect(4, 4, 88, 50);
      ctx.strokeRect(4, 4, 88, 50);
      ctx.restore();
    }
  },
  clips(ctx) {
    ctx.save();
    ctx.beginPath();
    ctx.arc(60, 60, 45, 0, Math.PI * 2);
    ctx.clip();
    ctx.fillStyle = '#c6f6d5';
    ctx.fillRect(0, 0, 200, 120);
    ctx.beginPath();
    ctx.rect(60, 0, 80, 120);
    ctx.clip();
    ctx.fillStyle = '#2f855a';
    ctx.fillRect(0, 0, 200, 60);
    ctx.restore();
    ctx.beginPath();
    ctx.rect(120, 20, 70, 80);
    ctx.rect(135, 35, 40, 50);
    ctx.fill('evenodd');
  },
  dashes(ctx) {
    ctx.lineWidth = 3;
    for (const [index, dash] of [[8, 4], [2], [12, 3, 3], []].entries()) {
      ctx.setLineDash(dash);
      ctx.lineDashOffset = index * 3;
      ctx.beginPath();
      ctx.moveTo(10, 20 + index * 25);
      ctx.lineTo(190, 25 + index * 25);
      ctx.stroke();
    }
  },
  texts(ctx) {
    ctx.fillStyle = '#1a202c';
    ctx.font = 'bold 18px Inter';
    ctx.fillText('Alphabetic', 10, 24);
    ctx.font = '14px Inter';
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.fillText('Centre', 150, 20);
    ctx.textAlign = 'right';
    ctx.textBaseline = 'top';
    ctx.fillText('Right, top', 190, 40);
    ctx.textAlign = 'left';
    ctx.textBaseline = 'bottom';
    ctx.fillText('A very long text', 10, 70, 60);
    ctx.save();
    ctx.translate(30, 112);
    ctx.rotate(-0.3);
    ctx.fillText('Rotated', 0, 0);
    ctx.restore();
    ctx.font = 'bold 32px Inter';
    ctx.strokeStyle = '#c53030';
    ctx.textBaseline = 'hanging';
    ctx.strokeText('Line', 110, 80);
  },
  background(ctx) {
    ctx.fillStyle = '#3182ce';
    ctx.fillRect(20, 40, 30, 70);
    ctx.fillRect(70, 20, 30, 90);
    ctx.save();
    ctx.globalCompositeOperation = 'destination-over';
    ctx.fillStyle = '#fefcbf';
    ctx.fillRect(0, 0, 200, 120);
    ctx.restore();
    ctx.fillRect(120, 60, 30, 50);
    ctx.clearRect(60, 50, 50, 30);
  },
  images(ctx, createCanvas) {
    const stamp = createCanvas(40, 40);
    const inner = stamp.getContext('2d');
    inner.fillStyle = '#805ad5';
    inner.beginPath();
    inner.arc(20, 20, 18, 0, 7);
    inner.fill();
    inner.fillStyle = 'white';
    inner.fillRect(16, 4, 8, 32);
    ctx.drawImage(stamp, 10, 10);
    ctx.drawImage(stamp, 60, 10, 80, 40);
    ctx.globalAlpha = 0.5;
    ctx.drawImage(stamp, 0, 0, 20, 20, 100, 60, 50, 50);
  },
  paths(ctx, createCanvas, Path2D) {
    const heart = new Path2D('M60 40a20 20 0 0 1 40 0q0 30 -40 50Q20 70 20 40A20 20 0 0 1 60 40z');
    ctx.fillStyle = '#e53e3e';
    ctx.fill(heart);
    const pair = new Path2D();
    pair.rect(0, 0, 20, 20);
    pair.addPath(pair, { a: 1, b: 0, c: 0, d: 1, e: 10, f: 10 });
    ctx.translate(130, 30);
    ctx.fill(pair, 'evenodd');
    ctx.stroke(pair);
  },
};
