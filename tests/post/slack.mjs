// Posts the days of a sprint into an emulated Slack with `emberline post`, and reads the channel as its members do.
//   node slack.mjs PROGRAM NODE_MODULES
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [program, modules] = process.argv.slice(2);
const { createEmulator } = await import(pathToFileURL(path.join(modules, "node_modules/emulate/dist/api.js")));

const ALL_SCOPES = ["chat:write", "files:write", "files:read", "channels:read", "groups:read", "channels:history"];
const TOKENS = {
  "xoxb-all": ALL_SCOPES,
  "xoxb-no-read": ALL_SCOPES.filter((scope) => scope !== "files:read"),
  "xoxb-no-upload": ALL_SCOPES.filter((scope) => scope !== "files:write"),
  "xoxb-no-list": ALL_SCOPES.filter((scope) => !["channels:read", "groups:read"].includes(scope)),
};

const port = await new Promise((resolve) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});
const emulator = await createEmulator({
  service: "slack",
  port,
  seed: {
    slack: {
      channels: [{ name: "team-red" }, { name: "team-blue" }],
      strict_scopes: true,
      tokens: Object.entries(TOKENS).map(([token, scopes]) => ({ token, type: "bot", scopes })),
    },
  },
});
const folder = mkdtempSync(path.join(tmpdir(), "emberline-post-"));
let passed = 0;

// The day of a sprint: the items, and those that are done.
function sprint(name, asOf, done, closed) {
  const items = ["SP-1", "SP-2", "SP-3"].map((id, index) => ({
    id,
    title: `Item <${index}> & *more*`,
    estimate: 3 + index,
    events: id in done ? [{ at: done[id], event: "completed" }] : [],
  }));
  const sprint = { name, goal: "Pay by instalments", start: "2026-03-02", end: "2026-03-06", as_of: asOf, items };
  return JSON.stringify(closed ? { ...sprint, closed } : sprint);
}

function run(document, { token = "xoxb-all", to = "slack:#team-red", state = "posts.json", more = [], variables = {} } = {}) {
  writeFileSync(path.join(folder, "sprint.json"), document);
  const environment = { PATH: process.env.PATH, HOME: folder, SLACK_API_URL: `${emulator.url}/api`, SLACK_BOT_TOKEN: token, ...variables };
  const stateArguments = state ? ["--state", state] : [];
  const child = spawn(program, ["post", "sprint.json", "--to", to, ...stateArguments, ...more], { cwd: folder, env: environment });
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"]) child[name].on("data", (bytes) => (output[name] += bytes));
  return new Promise((resolve) => child.on("close", (code) => {
    assert(!`${output.stdout}${output.stderr}`.includes("xoxb-"), "a secret is printed");
    resolve({ code, ...output });
  }));
}

async function call(method, fields = {}) {
  const answer = await fetch(`${emulator.url}/api/${method}`, {
    method: "POST",
    headers: { Authorization: "Bearer xoxb-all", "Content-Type": "application/json" },
    body: JSON.stringify(fields),
  });
  return answer.json();
}

const channels = (await call("conversations.list")).channels;
const channelId = (name) => channels.find((channel) => channel.name === name).id;
const red = channelId("team-red");
// The messages of a channel, the oldest first; with a thread, its replies.
async function messages(channel, thread) {
  const method = thread ? "conversations.replies" : "conversations.history";
  const answer = await call(method, { channel, ...(thread ? { ts: thread } : {}) });
  assert(answer.ok, JSON.stringify(answer));
  // Numbers and units have spaces between them that don't break.
  const plain = JSON.parse(JSON.stringify(answer.messages).replaceAll("\u00a0", " "));
  const all = plain.sort((a, b) => Number(a.ts) - Number(b.ts));
  return thread ? all.filter((message) => message.ts !== thread) : all.filter((message) => !message.thread_ts || message.thread_ts === message.ts);
}

async function test(name, body) {
  try {
    await body();
    passed += 1;
  } catch (error) {
    console.error(`failed: ${name}`);
    throw error;
  }
}

const monday = sprint("Sprint 12", "2026-03-02T17:00:00Z", {});
const tuesday = sprint("Sprint 12", "2026-03-03T17:00:00Z", { "SP-1": "2026-03-03T10:00:00Z" });
const wednesday = sprint("Sprint 12", "2026-03-04T17:00:00Z", { "SP-1": "2026-03-03T10:00:00Z", "SP-3": "2026-03-04T12:00:00Z" });
const all = { "SP-1": "2026-03-03T10:00:00Z", "SP-3": "2026-03-04T12:00:00Z", "SP-2": "2026-03-06T12:00:00Z" };
const closing = sprint("Sprint 12", "2026-03-06T16:00:00Z", all, "2026-03-06T16:00:00Z");

try {
  let thread;
  await test("the first day opens a thread, with the picture as a reply", async () => {
    const result = await run(monday);
    assert.match(result.stdout, /^slack:#team-red: opened a thread for Sprint 12 \(6 requests, [\d.]+ s\)\n$/, result.stderr);
    const [opening, ...others] = await messages(red);
    assert.deepEqual(others, []);
    assert.match(opening.text, /^Sprint 12\n/);
    assert.match(opening.text, /0 of 12 points done/);
    thread = opening.ts;
    const [reply] = await messages(red, thread);
    assert.deepEqual([reply.files.length, reply.files[0].name, reply.files[0].mimetype], [1, "sprint-12.png", "image/png"]);
    const picture = await fetch(reply.files[0].url_private, { headers: { Authorization: "Bearer xoxb-all" } });
    const bytes = Buffer.from(await picture.arrayBuffer());
    assert.deepEqual([...bytes.subarray(0, 8)], [...Buffer.from("\x89PNG\r\n\x1a\n", "latin1")]);
    assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1600, 900]);
  });

  await test("the same day again posts nothing, not even a look at Slack", async () => {
    const state = readFileSync(path.join(folder, "posts.json"), "utf8");
    const result = await run(monday);
    assert.equal(result.stdout, "slack:#team-red: nothing new since 2026-03-02T17:00:00Z, nothing posted\n");
    assert.equal((await messages(red, thread)).length, 1);
    assert.equal(readFileSync(path.join(folder, "posts.json"), "utf8"), state);
    const later = await run(sprint("Sprint 12", "2026-03-02T18:00:00Z", {}));
    assert.match(later.stdout, /nothing new since/, "an hour later on the same day nothing has happened");
  });

  await test("a dry run sends nothing and leaves the state", async () => {
    const state = readFileSync(path.join(folder, "posts.json"), "utf8");
    const result = await run(tuesday, { token: "xoxb-wrong", more: ["--dry-run"] });
    assert.match(result.stdout, /^slack:#team-red: would reply in the thread of Sprint 12\n\nSprint 12\n/);
    assert.match(result.stdout, /• Completed SP-1 Item <0> & \*more\* \(−3\)/);
    assert.equal((await messages(red, thread)).length, 1);
    assert.equal(readFileSync(path.join(folder, "posts.json"), "utf8"), state);
  });

  await test("the next day replies with what changed, and renews the text of the first message", async () => {
    const result = await run(tuesday, { more: ["--item-url", "https://acme.example/browse/{key}"] });
    assert.match(result.stdout, /replied in the thread of Sprint 12 \(5 requests/, result.stderr);
    const [opening, ...others] = await messages(red);
    assert.deepEqual(others, []);
    assert.equal(opening.ts, thread);
    assert.match(opening.text, /3 of 12 points done/);
    const replies = await messages(red, thread);
    assert.equal(replies.length, 2);
    const [paragraph, list] = replies[1].blocks[0].elements;
    assert.equal(paragraph.elements.at(-1).text, "Since Mon, Mar 2, 17:00:");
    assert.deepEqual(list.elements[0].elements, [
      { type: "text", text: "Completed " },
      { type: "link", url: "https://acme.example/browse/SP-1", text: "SP-1" },
      { type: "text", text: " Item <0> & *more* (−3)" },
    ]);
  });

  await test("without files:read the share is not verified, and that is said", async () => {
    const result = await run(wednesday, { token: "xoxb-no-read" });
    assert.equal(result.code, 0, result.stderr);
    assert.match(result.stderr, /whether the picture arrived is not known: files.info: missing_scope: add the scope files:read/);
    assert.equal((await messages(red, thread)).length, 3);
  });

  await test("a sprint that is over has one last message", async () => {
    const result = await run(closing);
    assert.match(result.stdout, /replied in the thread/, result.stderr);
    const replies = await messages(red, thread);
    assert.equal(replies.length, 4);
    assert.match((await messages(red))[0].text, /All done: 12 points/);
    const again = await run(sprint("Sprint 12", "2026-03-06T16:00:00Z", { ...all, "SP-2": "2026-03-05T13:00:00Z" }, "2026-03-06T16:00:00Z"));
    assert.match(again.stdout, /nothing new since/);
  });

  await test("the next sprint opens a thread of its own, and the state forgets the closed one", async () => {
    await run(sprint("Sprint 13", "2026-03-03T17:00:00Z", {}));
    assert.equal((await messages(red)).length, 2);
    const state = JSON.parse(readFileSync(path.join(folder, "posts.json"), "utf8"));
    assert.deepEqual(state.posts.map((post) => post.sprint), ["Sprint 13@2026-03-02"]);
  });

  await test("a thread whose first message is gone is opened anew", async () => {
    const opening = (await messages(red)).at(-1);
    assert((await call("chat.delete", { channel: red, ts: opening.ts })).ok);
    const result = await run(sprint("Sprint 13", "2026-03-04T17:00:00Z", {}));
    assert.match(result.stdout, /opened a thread for Sprint 13/);
    assert.match(result.stderr, /the message that opened the thread is gone, so a new one was posted/);
    assert.notEqual((await messages(red)).at(-1).ts, opening.ts);
  });

  await test("without a state, and with --thread none, each message is by itself", async () => {
    const blue = channelId("team-blue");
    for (const more of [{ state: null }, { state: "other.json", more: ["--thread", "none"] }]) {
      const result = await run(tuesday, { to: `slack:${blue}`, ...more });
      assert.match(result.stdout, /: posted Sprint 12 \(4 requests/, result.stderr);
    }
    const posted = await messages(blue);
    assert.deepEqual(posted.map((message) => message.files?.length), [1, 1]);
    assert.equal(posted[0].blocks[0].elements[0].elements[0].text, "Sprint 12");
  });

  await test("on a day off of a running sprint nothing is posted, if that is wanted", async () => {
    const saturday = sprint("Sprint 12", "2026-03-07T12:00:00Z", {}).replace("2026-03-06", "2026-03-13");
    const skipped = await run(saturday, { state: "weekend.json", more: ["--skip-days-off"] });
    assert.deepEqual([skipped.code, skipped.stdout], [0, "nothing posted: 2026-03-07 is a day off (--skip-days-off)\n"]);
    const working = await run(saturday, { state: "weekend.json", more: ["--skip-days-off", "--working-days", "mon-sat", "--dry-run"] });
    assert.match(working.stdout, /would open a thread/, working.stderr);
  });

  await test("by an incoming webhook the picture is an image block with its address", async () => {
    const variables = { SLACK_WEBHOOK_URL: `${emulator.url}/services/T000000001/B000000001/X000000001` };
    const refused = await run(tuesday, { to: "slack", state: "hook.json", variables });
    assert.match(refused.stderr, /takes no files by webhook: .* --picture-url/);
    const address = "https://cdn.example/sprint-12.png";
    const result = await run(tuesday, { to: "slack", state: "hook.json", variables, more: ["--picture-url", address] });
    assert.match(result.stdout, /^slack: posted Sprint 12 \(1 request, /, result.stderr);
    assert(!result.stdout.includes("X000000001"));
    const posted = [];
    for (const channel of channels) posted.push(...(await messages(channel.id)));
    const image = posted.map((message) => message.blocks?.[1]).find((block) => block?.type === "image");
    assert.equal(image.image_url, address);
    assert.match(image.alt_text, /^Burndown of Sprint 12\./);
    const gone = { SLACK_WEBHOOK_URL: `${emulator.url}/nothing` };
    const removed = await run(wednesday, { to: "slack", state: "hook.json", variables: gone, more: ["--picture-url", address] });
    assert.match(removed.stderr, /status 404.*make a new webhook, and set SLACK_WEBHOOK_URL/);
  });

  await test("each refusal has a remedy, and the state stays", async () => {
    for (const [options, pattern] of [
      [{ to: "slack:#team-rad" }, /found no channel "#team-rad", perhaps #team-red or #team-blue; a private channel/],
      [{ token: "xoxb-no-list" }, /missing_scope: add the scope channels:read.*or name the channel by its id/],
      [{ to: "slack:C00000000" }, /chat.postMessage: channel_not_found: check the channel's id/],
    ]) {
      const result = await run(tuesday, { state: "fresh.json", ...options });
      assert.equal(result.code, 1, result.stdout);
      assert.match(result.stderr, pattern);
      assert.throws(() => readFileSync(path.join(folder, "fresh.json")), /ENOENT/);
    }
  });

  await test("a thread whose picture failed goes on with the next run", async () => {
    const failed = await run(tuesday, { token: "xoxb-no-upload", state: "half.json", to: "slack:#team-blue" });
    assert.match(failed.stderr, /files.getUploadURLExternal: missing_scope: add the scope files:write/);
    const before = (await messages(channelId("team-blue"))).length;
    const result = await run(tuesday, { state: "half.json", to: "slack:#team-blue" });
    assert.match(result.stdout, /replied in the thread of Sprint 12/, result.stderr);
    assert.equal((await messages(channelId("team-blue"))).length, before);
  });
  console.log(`slack: ${passed} passed`);
} finally {
  await emulator.close();
  rmSync(folder, { recursive: true });
}
