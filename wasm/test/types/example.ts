// What compiles and, after @ts-expect-error, what must not.
import { addFont, describe, init, missing, renderPng, renderSvg, schema, warnings } from 'emberline';
import type { DaysSprint, EmberlineError, Item, PictureOptions, Sprint } from 'emberline';

const dates = { start: '2026-03-02', end: '2026-03-13' };
const days: DaysSprint = { name: 'Sprint 12', ...dates, committed: 40, days: [38, null, { completed: 5, added: 3 }] };
const item: Item = { id: 'A-1', estimate: 3, events: [{ at: '2026-03-03', event: 'completed' }] };
const items: Sprint = { name: 'Sprint 12', ...dates, items: [item] };
const changes: Sprint = { name: 'Sprint 12', ...dates, committed: 40, changes: [{ at: '2026-03-03', completed: 5 }] };
const past: PictureOptions = { kind: 'velocity', forecast: 'off', history: [days, 'date,remaining\n2026-02-16,40\n'] };
const options: PictureOptions = { theme: 'dark', preset: 'teams', lang: 'de', time_zone: 'Europe/Berlin', scale: 2 };

await init();
await init({ whole: true, functions: false });
await init({ load: async file => (await fetch(`/assets/${file}`)).arrayBuffer() });
const svg: string = await renderSvg(days, options);
const png: Uint8Array = await renderPng(items, past);
new Blob([await renderPng('date,remaining\n2026-03-02,40\n')], { type: 'image/png' });
const headline: string | undefined | null = describe(changes).headline;
const remaining: number = describe(days).numbers.remaining;
const chart = { type: 'bar', data: { labels: ['a'], datasets: [{ data: [1, null], backgroundColor: () => 'red' }] } };
const said: string[] = [await renderSvg(chart), describe(chart).alt_text, ...warnings(chart), ...missing('日')];
const either = describe(new Uint8Array());
const goal = 'numbers' in either ? either.goal : 'velocity' in either ? either.velocity.mean : either.name;
const families: string[] = addFont(new ArrayBuffer(8));
const document: Record<string, unknown> = await schema('items');
const column = (error: EmberlineError) => (error.code === 'InvalidInput' || error.code === 'MissingReader' ? (error.column ?? error.document) : undefined);
console.log(svg, png, headline, remaining, families, document, column, said, goal);

// @ts-expect-error: no such theme
await renderSvg(days, { theme: 'drak' });
// @ts-expect-error: no such kind
await renderSvg(days, { kind: 'burndwon' });
// @ts-expect-error: no sprint
await renderSvg(days, { history: [7] });
// @ts-expect-error: no such option
await renderSvg(days, { thme: 'dark' });
// @ts-expect-error: a number
await renderSvg(days, { width: '1600' });
// @ts-expect-error: one of three shapes is needed
await renderSvg({ name: 'Sprint 12', ...dates });
// @ts-expect-error: changes need committed
const unknown: Sprint = { name: 'Sprint 12', ...dates, changes: [] };
// @ts-expect-error: no such event
const event: Item = { id: 1, events: [{ at: '2026-03-03', event: 'finished' }] };
// @ts-expect-error: an SVG is a text, and comes later
const early: string = renderSvg(days);
// @ts-expect-error: no such code
const code = (error: EmberlineError) => error.code === 'Oops';
// @ts-expect-error: a chart has no numbers
describe(chart).numbers;
// @ts-expect-error: no such number
describe(days).numbers.velocity;
// @ts-expect-error: no such schema
await schema('shape');
console.log(unknown, event, early, code);
