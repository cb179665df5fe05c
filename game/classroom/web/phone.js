// Keeps a page of the classroom fresh: swaps the parts that changed, sends forms without a reload.
// Without it everything works too, by plain forms and reloads. Nothing here knows what is played.
"use strict";

const [main, line, said, stageSaid, clock] = ["main", "line", "said", "stage-said", "clock"].map(
  (id) => document.getElementById(id),
);
const where = main.dataset.live; // the room's address: /room/KTMR or /teacher/room

// ---------------------------------------------------------------- swapping what changed
// Change `old` into `fresh` node by node. Nodes that stay keep their focus, what is being typed in
// them and their place on the screen: a half-written reason outlives any change around it.
function morph(old, fresh) {
  if (old.nodeType === Node.TEXT_NODE) return void (old.data === fresh.data || (old.data = fresh.data));
  for (const { name } of [...old.attributes]) // `open` is the reader's own
    if (!fresh.hasAttribute(name) && name !== "open") old.removeAttribute(name);
  for (const { name, value } of fresh.attributes)
    if (old.getAttribute(name) !== value) {
      old.setAttribute(name, value);
      if (name === "checked") old.checked = true;
    }
  const chosen = old.nodeName === "SELECT" && !fresh.querySelector("[selected]") && old.value;
  morphChildren(old, fresh); // whoever was chosen stays so, and not who has come to that place
  if (chosen && (old.value = chosen) && old.selectedIndex < 0) old.selectedIndex = 0;
}

function morphChildren(old, fresh) {
  let at = old.firstChild;
  for (const next of [...fresh.childNodes]) {
    const twin = twinOf(next, at, old);
    if (!twin) {
      old.insertBefore(next, at);
      continue;
    }
    if (twin === at) at = at.nextSibling;
    else old.insertBefore(twin, at);
    morph(twin, next);
  }
  while (at) {
    const gone = at;
    at = at.nextSibling;
    gone.remove();
  }
}

// What has an id is only ever the same as what has that id; the rest goes by its place.
function twinOf(next, at, old) {
  const found = next.id ? [...old.children].find((one) => one.id === next.id) : at;
  const same = found && found.nodeType === next.nodeType && found.nodeName === next.nodeName;
  return same && (next.id || !found.id) ? found : null;
}

const shown = {}; // the HTML of each part as it last came, so that equal ones cost nothing

function show(parts) {
  const before = heading();
  for (const [name, html] of Object.entries(parts)) {
    const part = document.querySelector(`[data-part="${name}"]`);
    if (!part || shown[name] === html) continue;
    shown[name] = html;
    const fresh = document.createElement("template");
    fresh.innerHTML = html;
    morphChildren(part, fresh.content);
  }
  if (heading() !== before) turned();
  document.dispatchEvent(new Event("shown"));
}

const heading = () => document.querySelector("h1")?.id;

// A new stage begins at its top and is announced once; counts and votes are not.
function turned() {
  const title = document.querySelector("h1");
  stageSaid.textContent = title ? title.textContent : "";
  say("");
  scrollTo(0, 0);
}

// Good news goes by itself; why something was not done stays until the next press.
function say(words, refused = false) {
  said.textContent = words;
  said.classList.toggle("refused", refused);
  if (!refused) setTimeout(() => said.textContent === words && (said.textContent = ""), 5000);
}

// ---------------------------------------------------------------- the clock ticks by itself
let ends = 0; // the moment at which the running clock is over, by this phone's own clock, which goes on in its sleep
let left = 0; // milliseconds on the clock when it stands

function setClock(clockNow) {
  [left, ends] = [clockNow.left, clockNow.running ? Date.now() + clockNow.left : 0];
  tick();
}

function tick() {
  const now = ends ? Math.max(ends - Date.now(), 0) : left;
  const seconds = Math.ceil(now / 1000);
  const two = (number) => String(number).padStart(2, "0");
  clock.textContent = now || ends ? `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}` : "";
  clock.classList.toggle("late", Boolean(ends) && seconds <= 10);
}

// ---------------------------------------------------------------- the connection
const sleep = (milliseconds) => new Promise((go) => ((hurry = go), setTimeout(go, milliseconds)));
const busy = new WeakSet(); // forms under way: one press, one request
const waiting = new Map(); // who waits for the answer to a request, by the request's number
let number = 0;
let version = main.dataset.version;
let socket = null;
let hurry = () => {}; // ends the pause before the next try
let hangUp = () => {}; // ends a socket that may be dead without knowing
let lost = false;

function receive(message) {
  version = message.version ?? version;
  if (message.parts) show(message.parts);
  if (message.clock) setClock(message.clock);
  if (waiting.has(message.id)) waiting.get(message.id)(message);
}

function connected(yes) {
  if (yes && lost) {
    line.textContent = "Back again. Nothing was lost.";
    setTimeout(() => lost || (line.textContent = ""), 4000);
  }
  if (!yes) line.textContent = "The connection is lost. It is tried again; your seat and votes are kept.";
  lost = !yes;
}

// Listen until the socket ends; say whether it was ever open.
function listen() {
  return new Promise((over) => {
    let opened = false;
    const ended = (event) => {
      socket = null;
      for (const answer of waiting.values()) answer(null);
      if (event.code === 4001) location.reload(); // sent out: the host says so
      if (event.code === 4002) line.textContent = "This page is open elsewhere too. Load it again to go on here.";
      else over(opened);
    };
    const mine = new WebSocket(`${location.origin.replace("http", "ws")}${where}/live`);
    mine.onopen = () => ((opened = true), (socket = mine), connected(true));
    mine.onmessage = (event) => receive(JSON.parse(event.data));
    mine.onclose = ended;
    hangUp = () => ((mine.onclose = null), mine.close(), ended({}));
  });
}

// Ask once, without a socket, what has changed since; the host answers when something has.
async function poll(have) {
  const answer = await fetch(`${where}/parts?have=${have}`, { cache: "no-store" }).catch(() => null);
  if (answer && [401, 404, 410].includes(answer.status)) location.reload();
  if (!answer || !answer.ok) return false;
  receive(await answer.json());
  connected(true);
  return true;
}

async function stayConnected() {
  let blocked = "WebSocket" in window ? 0 : 3; // times that pages came and sockets did not
  for (let tries = 0; ; tries += 1) {
    if (blocked < 3 && (await listen().catch(() => false))) tries = blocked = 0;
    else if (await poll(blocked ? version : -1)) {
      tries = 0;
      blocked += 1;
      await sleep(200); // a vote changes the count many times a second
      continue;
    }
    connected(false);
    // phones that lost the host in one moment must not all come back in one moment
    await sleep(Math.min(8000, 400 * 2 ** tries) * (0.5 + Math.random() / 2));
  }
}

// A phone that slept may hold a dead socket: without an answer a new one is taken.
function wake() {
  if (document.visibilityState !== "visible") return;
  hurry();
  if (socket) ask({ type: "ping" }).then((answer) => answer || (socket && hangUp()));
}

// ---------------------------------------------------------------- asking for something
// Send a message; its answer comes when the host has it on disk, and never where the line broke.
function ask(wanted) {
  const id = (number += 1);
  return new Promise((answer) => {
    waiting.set(id, answer);
    setTimeout(answer, 4000, null);
    socket.send(JSON.stringify({ id, do: wanted }));
  }).finally(() => waiting.delete(id));
}

// Turn fields into a request by the rules of `forms.py`.
function request(fields) {
  const made = {};
  for (const [name, value] of fields) {
    if (name === "do") made.type = value;
    else if (name === "points") made.points = [...(made.points || []), Number(value)];
    else if (name.startsWith("counts.")) made.counts = { ...made.counts, [name.slice(7)]: Number(value) };
    else if (name === "minutes") made.seconds = 60 * Number(value);
    else if (name === "turn" || name === "seconds") made[name] = Number(value);
    else made[name] = name === "on" || name === "out" ? value === "true" : value;
  }
  return made;
}

// Where there is no socket the form goes as a form, and the page that answers has the new parts.
async function post(fields) {
  const answer = await fetch(where, { method: "POST", body: new URLSearchParams(fields) });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  show(Object.fromEntries([...page.querySelectorAll("[data-part]")].map((one) => [one.dataset.part, one.innerHTML])));
  const refused = page.querySelector("#said.refused");
  return refused ? { message: refused.textContent } : { ok: answer.ok, message: "That was not taken." };
}

async function send(event) {
  const form = event.target;
  if (!form.elements.do) return;
  event.preventDefault();
  if (busy.has(form)) return;
  busy.add(form);
  const fields = new FormData(form);
  const once = () => (socket ? ask(request(fields)) : post(fields).catch(() => null));
  let answer = await once();
  // what a pupil asks does no harm when it comes twice; a teacher's next step would
  while (!answer && where.startsWith("/room")) {
    say("It goes out as soon as the connection is back.", true);
    await new Promise((go) => setTimeout(go, 1000));
    answer = await once();
  }
  if (answer && answer.ok) say(form.dataset.done || "");
  else if (answer) say([answer.message, answer.fix].filter(Boolean).join(" "), true);
  else say("No answer came. Look whether it was done, and press again if not.", true);
  busy.delete(form);
}

document.documentElement.classList.add("js");
document.addEventListener("submit", send);
document.addEventListener("click", (event) => {
  // the second click of a double click would take a second step: the button has changed under it
  if (event.detail > 1 && event.target.closest("form[data-once]")) event.preventDefault();
});
for (const [place, name] of [[document, "visibilitychange"], [window, "online"], [window, "pageshow"]])
  place.addEventListener(name, wake);
window.addEventListener("offline", () => socket && hangUp());
setInterval(tick, 250);
setInterval(wake, 10000);
setClock({ left: Number(clock.dataset.left), running: clock.dataset.running === "true" });
stayConnected();
