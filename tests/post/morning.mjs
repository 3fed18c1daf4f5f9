// Runs a profile of emberline.toml on each morning of a sprint: it is fetched from a site of Jira, drawn, and posted into an emulated Slack.
//   node morning.mjs PROGRAM NODE_MODULES JIRA_SITE
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [program, modules, jiraSite] = process.argv.slice(2);
const { createEmulator } = await import(pathToFileURL(path.join(modules, "node_modules/emulate/dist/api.js")));

const port = await new Promise((resolve) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});
const scopes = ["chat:write", "files:write", "files:read", "channels:read", "groups:read", "channels:history"];
const slack = await createEmulator({
  service: "slack",
  port,
  seed: { slack: { channels: [{ name: "team-red" }], strict_scopes: true, tokens: [{ token: "xoxb-red", type: "bot", scopes }] } },
});
const folder = mkdtempSync(path.join(tmpdir(), "emberline-morning-"));
const sites = [];

// Starts a site of Jira and returns its address.
async function startJira(...states) {
  const child = spawn(jiraSite, states, { stdio: ["pipe", "pipe", "inherit"] });
  sites.push(child);
  const address = await new Promise((resolve) => child.stdout.once("data", (bytes) => resolve(String(bytes).trim())));
  return address;
}

// Runs the profile as on a morning; without a day, it is today.
async function runOn(day, address, sprint = "active") {
  const asOf = day ? `as_of = "${day}T18:00:00Z", ` : "";
  const profile = `
[profiles.red]
source.jira = { site = "${address}", board = "Red", sprint = "${sprint}" }
post = ["slack:#team-red"]
item_url = "${address}/browse/{key}"
options = { ${asOf}time_zone = "Europe/Berlin" }
output = "red.png"
`;
  writeFileSync(path.join(folder, "emberline.toml"), profile);
  const environment = {
    PATH: process.env.PATH,
    HOME: folder,
    JIRA_EMAIL: "ada@acme.example",
    JIRA_API_TOKEN: "token",
    SLACK_API_URL: `${slack.url}/api`,
    SLACK_BOT_TOKEN: "xoxb-red",
  };
  const child = spawn(program, ["run"], { cwd: folder, env: environment });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => (output += bytes));
  const code = await new Promise((resolve) => child.on("close", resolve));
  assert.equal(code, 0, output);
  assert(!/xoxb-|token"|YWRh/.test(output), "a secret is printed");
  return output;
}

async function call(method, fields = {}) {
  const answer = await fetch(`${slack.url}/api/${method}`, {
    method: "POST",
    headers: { Authorization: "Bearer xoxb-red", "Content-Type": "application/json" },
    body: JSON.stringify(fields),
  });
  // Numbers and units have spaces between them that don't break.
  return JSON.parse((await answer.text()).replaceAll("\u00a0", " "));
}

const channel = (await call("conversations.list")).channels.find(({ name }) => name === "team-red").id;
const byTime = (a, b) => Number(a.ts) - Number(b.ts);
async function parents() {
  const { messages } = await call("conversations.history", { channel });
  return messages.filter(({ ts, thread_ts: thread }) => !thread || thread === ts).sort(byTime);
}
async function replies(ts) {
  const { messages } = await call("conversations.replies", { channel, ts });
  return messages.filter((message) => message.ts !== ts).sort(byTime);
}

try {
  const jira = await startJira();
  const first = await runOn("2026-03-02", jira);
  assert.match(first, /red: board 2, Sprint 12: 4 issues, 6 changes, 16 requests/);
  assert.match(first, /slack:#team-red: opened a thread for Sprint 12/);
  const [opening, ...others] = await parents();
  assert.deepEqual(others, []);
  assert.match(opening.text, /0 of 16 points done/);
  assert.equal((await replies(opening.ts)).length, 1);
  assert.deepEqual([...readFileSync(path.join(folder, "red.png")).subarray(1, 4)], [...Buffer.from("PNG")]);

  // The schedule runs again: nothing is new.
  assert.match(await runOn("2026-03-02", jira), /nothing new since .*, nothing posted/);
  assert.equal((await replies(opening.ts)).length, 1);

  // The next days: a reply each, and the text of the thread's first message is renewed.
  assert.match(await runOn("2026-03-04", jira), /replied in the thread of Sprint 12/);
  assert.match(await runOn("2026-03-05", jira), /replied in the thread of Sprint 12/);
  const [renewed] = await parents();
  assert.equal(renewed.ts, opening.ts);
  assert.match(renewed.text, /5 of 10 points done/);
  const days = await replies(opening.ts);
  assert.equal(days.length, 3);
  assert.match(JSON.stringify(days[2]), /A-3/, "the issue that left is named");

  // The sprint is closed and the next one begins: a last message in the old thread, then a new one.
  const closed = await startJira("closed");
  const last = await runOn("2026-03-16", closed);
  assert.match(last, /replied in the thread of Sprint 12 [^]*opened a thread for Sprint 13/);
  const reports = await replies(opening.ts);
  assert.equal(reports.length, 4);
  assert.match((await parents())[1].text, /^Sprint 13/);
  assert.match(await runOn("2026-03-16", closed), /^red: board 2, Sprint 13: [^\n]*\n[^\n]*\nslack:#team-red: nothing new since/);
  assert.equal((await replies(opening.ts)).length, 4);
  console.log("morning: 6 runs of a profile from Jira to Slack passed");
} finally {
  for (const site of sites) site.stdin.end();
  await slack.close();
  rmSync(folder, { recursive: true, force: true });
}
