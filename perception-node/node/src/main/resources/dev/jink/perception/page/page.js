'use strict';
// Asks for the newest moment ten times a second while somebody looks, and draws it. Keys and units are those of
// dev.jink.perception.page.Moment: ranges in whole cm (0 = clear, -1 = not known, -2 = out of the camera's reach).
const PERIOD_MS = 100, GIVE_UP_MS = 2000, LATENCIES = 600, FARTHEST_M = 12, RINGS_M = [2, 4, 8, 12];
const UNREACHED = -2, LEAST_MS = 0.2, MOST_MS = 100, STILL = 0.05, OLD_PICTURE_MS = 500;
const $ = id => document.getElementById(id);
const latencies = [];
let grid = true, now = null, map = null, drone = null, track = [], lastAnswer = performance.now();
const grey = document.createElement('canvas');

const colour = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
const text = (id, words) => { if ($(id).textContent !== words) $(id).textContent = words; };
const fixed = (value, digits = 2) => { const t = value.toFixed(digits); return /^-0\.?0*$/.test(t) ? t.slice(1) : t; };

/** A canvas' context in CSS pixels, cleared; sharp on any screen. */
function sheet(id) {
  const canvas = $(id), ratio = Math.min(2, window.devicePixelRatio || 1);
  const width = canvas.clientWidth, height = canvas.clientHeight;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  const c = canvas.getContext('2d');
  c.setTransform(ratio, 0, 0, ratio, 0, 0);
  c.clearRect(0, 0, width, height);
  c.font = '12px system-ui, "DejaVu Sans", sans-serif';
  return [c, width, height];
}

function rangeColour(cm) {
  return cm < 200 ? colour('near') : cm < 400 ? colour('middle') : colour('far');
}

function drawCamera() {
  const [c, width, height] = sheet('camera'), p = now.picture;
  if (!p) {
    c.fillStyle = '#9ab'; c.textAlign = 'center'; c.fillText('no picture has come yet', width / 2, height / 2);
    return;
  }
  const pixels = atob(p.grey), g = grey.getContext('2d'), image = g.createImageData(p.width, p.height);
  for (let i = 0; i < pixels.length; i++) {
    image.data[4 * i] = image.data[4 * i + 1] = image.data[4 * i + 2] = pixels.charCodeAt(i);
    image.data[4 * i + 3] = 255;
  }
  g.putImageData(image, 0, 0);
  c.imageSmoothingQuality = 'high';
  c.drawImage(grey, 0, 0, width, height);
  if (grid) drawGrid(c, width, height, p);
  drawDirection(c, width / p.width, height / p.height, now.wanted, false);
  drawDirection(c, width / p.width, height / p.height, now.command, true);
}

function drawGrid(c, width, height, p) {
  const w = width / p.columns, h = height / (p.cellsCm.length / p.columns), numbers = w >= 26;
  c.textAlign = 'center'; c.textBaseline = 'middle';
  if (numbers) c.font = '600 ' + Math.min(13, w * 0.36) + 'px system-ui, "DejaVu Sans", sans-serif';
  p.cellsCm.forEach((cm, i) => {
    const x = i % p.columns * w, y = Math.floor(i / p.columns) * h;
    if (cm > 0) {
      c.globalAlpha = 0.38; c.fillStyle = rangeColour(cm); c.fillRect(x, y, w, h);
      c.globalAlpha = 1;
      if (numbers) {
        c.fillStyle = '#000'; c.fillText((cm / 100).toFixed(1), x + w / 2 + 1, y + h / 2 + 1);
        c.fillStyle = '#fff'; c.fillText((cm / 100).toFixed(1), x + w / 2, y + h / 2);
      }
    } else if (cm < 0) {
      c.globalAlpha = cm === UNREACHED ? 0.8 : 0.55; c.fillStyle = '#000'; c.fillRect(x, y, w, h);
      c.globalAlpha = 0.7; c.strokeStyle = '#9ab'; c.lineWidth = 1; c.beginPath();
      c.moveTo(x, y + h); c.lineTo(x + w, y); c.stroke();
      c.globalAlpha = 1;
    }
  });
  c.globalAlpha = 0.16; c.strokeStyle = '#fff'; c.lineWidth = 1; c.beginPath();
  for (let x = w; x < width - 1; x += w) { c.moveTo(x, 0); c.lineTo(x, height); }
  for (let y = h; y < height - 1; y += h) { c.moveTo(0, y); c.lineTo(width, y); }
  c.stroke(); c.globalAlpha = 1;
}

/** Where a velocity points to in the picture: a ring for the wanted one, a disc for the commanded one. */
function drawDirection(c, sx, sy, v, flown) {
  if (!v || Math.hypot(v.x, v.y, v.z) < STILL) return;
  // Level to body: the transpose of Ry(pitch) · Rx(roll).
  const roll = now.own ? now.own.roll : 0, pitch = now.own ? now.own.pitch : 0;
  const x = Math.cos(pitch) * v.x - Math.sin(pitch) * v.z, z0 = Math.sin(pitch) * v.x + Math.cos(pitch) * v.z;
  const y = Math.cos(roll) * v.y + Math.sin(roll) * z0, z = Math.cos(roll) * z0 - Math.sin(roll) * v.y;
  if (x < STILL) return;
  const p = now.picture, u = (p.cx - p.fx * y / x) * sx, w = (p.cy - p.fy * z / x) * sy;
  c.lineWidth = 5; c.strokeStyle = '#000a'; c.beginPath(); c.arc(u, w, flown ? 8 : 14, 0, 7); c.stroke();
  c.lineWidth = 2.5; c.strokeStyle = flown ? '#39b6ff' : '#fff'; c.fillStyle = '#39b6ff';
  c.beginPath(); c.arc(u, w, flown ? 8 : 14, 0, 7); c.stroke();
  if (flown) c.fill();
}

function drawPolar() {
  const [c, width, height] = sheet('polar'), x0 = width / 2, y0 = height * 0.6, far = Math.min(y0 - 14, x0 - 26);
  if (far <= 0) return; // The style sheet is not there yet.
  const r = m => Math.min(m, FARTHEST_M) / FARTHEST_M * far;
  if (now.sectorsCm) {
    const step = 2 * Math.PI / now.sectorsCm.length;
    now.sectorsCm.forEach((cm, i) => {
      // Sector i begins at -pi + i * step, left positive; on the canvas ahead is up and angles turn right.
      const from = -Math.PI / 2 - (-Math.PI + i * step), to = from - step;
      if (cm < 0) return;
      const free = cm === 0 ? far : r(cm / 100);
      c.fillStyle = colour('good'); c.globalAlpha = 0.22;
      c.beginPath(); c.moveTo(x0, y0); c.arc(x0, y0, free, to, from); c.fill();
      if (cm > 0) {
        c.fillStyle = rangeColour(cm); c.globalAlpha = 0.9;
        c.beginPath(); c.arc(x0, y0, free + 7, to, from); c.arc(x0, y0, free, from, to, true); c.fill();
      }
      c.globalAlpha = 1;
    });
  }
  c.strokeStyle = colour('line'); c.fillStyle = colour('soft'); c.lineWidth = 1; c.textAlign = 'left'; c.textBaseline = 'middle';
  for (const m of RINGS_M) {
    c.beginPath(); c.arc(x0, y0, r(m), 0, 7); c.stroke();
    c.fillText(m, x0 + r(m) + 4, y0 + 9);
  }
  c.beginPath(); c.moveTo(x0, y0); c.lineTo(x0, y0 - far); c.stroke();
  arrow(c, x0, y0, now.wanted, far / 6, colour('wish'), 2, true);
  arrow(c, x0, y0, now.command, far / 6, colour('flown'), 4, false);
  c.fillStyle = colour('text'); c.beginPath(); c.moveTo(x0, y0 - 9); c.lineTo(x0 + 7, y0 + 7); c.lineTo(x0 - 7, y0 + 7); c.fill();
  if (!now.sectorsCm || now.sectorsCm.every(cm => cm < 0)) {
    c.textAlign = 'center'; c.fillStyle = colour('bad'); c.fillText('nothing is known: it brakes', x0, y0 + 28);
  }
}

function arrow(c, x0, y0, v, scale, ink, thick, dashed) {
  if (!v || Math.hypot(v.x, v.y) < STILL) return;
  const x = x0 - v.y * scale, y = y0 - v.x * scale, a = Math.atan2(y - y0, x - x0);
  c.strokeStyle = c.fillStyle = ink; c.lineWidth = thick; c.setLineDash(dashed ? [6, 4] : []);
  c.beginPath(); c.moveTo(x0, y0); c.lineTo(x, y); c.stroke(); c.setLineDash([]);
  c.beginPath(); c.moveTo(x + 8 * Math.cos(a), y + 8 * Math.sin(a));
  c.lineTo(x + 6 * Math.cos(a + 2.2), y + 6 * Math.sin(a + 2.2)); c.lineTo(x + 6 * Math.cos(a - 2.2), y + 6 * Math.sin(a - 2.2)); c.fill();
}

function drawLatency() {
  const [c, width, height] = sheet('latency'), left = 34, bottom = height - 18, budget = now.timing.budgetMs;
  const top = Math.max(MOST_MS, budget * 2), span = Math.log(top / LEAST_MS);
  const y = ms => bottom - Math.log(Math.max(LEAST_MS, Math.min(top, ms)) / LEAST_MS) / span * (bottom - 6);
  const x = i => left + (i + LATENCIES - latencies.length) / LATENCIES * (width - left - 4);
  c.textAlign = 'right'; c.textBaseline = 'middle'; c.lineWidth = 1;
  for (const ms of [0.5, 1, 2, 5, 10, 20]) {
    c.strokeStyle = colour('line'); c.beginPath(); c.moveTo(left, y(ms)); c.lineTo(width, y(ms)); c.stroke();
    if (ms !== 0.5 && ms !== 2) { c.fillStyle = colour('soft'); c.fillText(ms, left - 6, y(ms)); }
  }
  const one = Math.max(1.5, (width - left) / LATENCIES);
  latencies.forEach((ms, i) => {
    if (ms <= 0) return;
    c.fillStyle = ms > budget ? colour('bad') : ms > budget * 0.8 ? colour('warn') : colour('flown');
    c.fillRect(x(i), y(ms), one, bottom - y(ms));
  });
  c.strokeStyle = colour('bad'); c.fillStyle = colour('bad'); c.lineWidth = 2;
  c.beginPath(); c.moveTo(left, y(budget)); c.lineTo(width, y(budget)); c.stroke();
  c.fillText(budget.toFixed(0), left - 6, y(budget));
  c.textAlign = 'left'; c.fillText(budget.toFixed(0) + ' ms budget', left + 6, y(budget) - 9);
  c.fillStyle = colour('soft'); c.fillText('60 s ago', left, height - 7); c.textAlign = 'right'; c.fillText('now', width - 2, height - 7);
}

function drawMap() {
  const [c, width, height] = sheet('map'), goal = map.goal, pad = 3;
  const scale = Math.min(width / (goal[0] + 2 * pad), height / 22), shift = (width - scale * (goal[0] + 2 * pad)) / 2;
  const x = m => shift + (m + pad) * scale, y = m => height / 2 - m * scale;
  c.strokeStyle = colour('line'); c.lineWidth = 1; c.beginPath();
  for (let g = -60; g <= 120; g += 5) {
    c.moveTo(x(g), 0); c.lineTo(x(g), height); c.moveTo(0, y(g)); c.lineTo(width, y(g));
  }
  c.stroke(); c.fillStyle = colour('trunk');
  for (const [ox, oy, r] of map.obstacles) c.fillRect(x(ox - r), y(oy + r), 2 * r * scale + 0.5, 2 * r * scale + 0.5);
  c.strokeStyle = colour('good'); c.lineWidth = 3; c.beginPath(); c.arc(x(goal[0]), y(goal[1]), 9, 0, 7); c.stroke();
  if (!drone) return;
  c.strokeStyle = colour('flown'); c.lineWidth = 2; c.beginPath();
  track.forEach((p, i) => i ? c.lineTo(x(p[0]), y(p[1])) : c.moveTo(x(p[0]), y(p[1]))); c.stroke();
  c.save(); c.translate(x(drone.x), y(drone.y)); c.rotate(-drone.yaw);
  c.fillStyle = colour(drone.collided ? 'bad' : 'text');
  c.beginPath(); c.moveTo(11, 0); c.lineTo(-7, 7); c.lineTo(-7, -7); c.fill(); c.restore();
  text('map-note', drone.state + ', ' + fixed(drone.t, 1) + ' s, ' + fixed(drone.progressM, 1) + ' m nearer, closest '
    + fixed(drone.closestM) + ' m');
}

function tellVelocity(name, v) {
  for (const [key, value] of [['x', 'x'], ['y', 'y'], ['z', 'z'], ['yaw', 'yawRate']]) {
    text(name + '-' + key, v ? fixed(v[value]) : '–');
  }
}

function tellOutcomes() {
  const v = now.health.values, own = now.outcomes;
  // The node's own count is once a second and has the transport's frames in it as well.
  const count = key => Math.max(own[key], Number(v[key] || 0)), kinds = ['acted', 'braked', 'superseded', 'refused'];
  for (const kind of kinds) {
    text(kind, String(count(kind)));
    $('bar').querySelector('.' + kind).style.flexGrow = count(kind);
  }
  text('frames', kinds.reduce((sum, kind) => sum + count(kind), 0) + (v.rate_hz ? ', ' + v.rate_hz + ' a second' : ''));
  text('misses', String(own.missedDeadlines));
  $('miss-box').className = own.missedDeadlines === 0 ? 'kept' : 'broken';
  const reasons = Object.keys(v).filter(k => k.startsWith('refused.')).map(k => k.slice(8).replaceAll('_', ' ') + ' ' + v[k]);
  text('reasons', reasons.length ? 'refused: ' + reasons.join(', ') : '');
  const ms = key => v['arrival_to_command_' + key + '_ms'];
  text('latency-note', ms('p99') ? 'ms: p50 ' + ms('p50') + ', p99 ' + ms('p99') + ', most ' + ms('max') : 'ms');
}

function tellHealth() {
  const h = now.health;
  $('word').className = 'word ' + h.level;
  text('word', h.word);
  text('why', h.level === 'OK' ? 'sees and steers, ' + h.why : h.why);
  const speed = now.command ? Math.hypot(now.command.x, now.command.y, now.command.z) : 0;
  text('command-line', now.reason + ' ' + fixed(speed) + ' m/s');
  text('health', h.state);
  text('controller', h.values.controller ? 'controller: ' + h.values.controller : '');
  const rows = $('values').rows, keys = Object.keys(h.values);
  keys.forEach((key, i) => {
    const row = rows[i] || $('values').insertRow();
    while (row.cells.length < 2) row.insertCell();
    row.cells[0].textContent = key; row.cells[1].textContent = h.values[key];
  });
  while (rows.length > keys.length) $('values').deleteRow(-1);
  const old = now.timing.pictureAgeMs > OLD_PICTURE_MS;
  text('picture-note', !now.picture ? '' : old ? 'the last picture came ' + fixed(now.timing.pictureAgeMs / 1000, 1) + ' s ago'
    : 'the network’s picture, ' + now.picture.width + '×' + now.picture.height);
  const doubt = old && now.picture ? 'old picture: none has come for ' + fixed(now.timing.pictureAgeMs / 1000, 1) + ' s' : now.doubt;
  $('doubt').hidden = !doubt;
  text('doubt', doubt || '');
}

function draw() {
  if (!now) return;
  drawCamera(); drawPolar(); drawLatency();
  if (map) drawMap();
}

function show(moment) {
  now = moment;
  document.body.classList.remove('lost');
  latencies.push(now.timing.worstMs);
  if (latencies.length > LATENCIES) latencies.shift();
  if (now.picture && grey.width !== now.picture.width) { grey.width = now.picture.width; grey.height = now.picture.height; }
  document.body.dataset.number = now.number;
  tellHealth(); tellOutcomes();
  tellVelocity('wanted', now.wanted); tellVelocity('command', now.command); tellVelocity('own', now.own);
  draw();
}

async function ask(path) {
  const answer = await fetch(path, { signal: AbortSignal.timeout(GIVE_UP_MS) });
  if (!answer.ok) throw new Error(path + ': ' + answer.status);
  return answer.status === 204 ? null : answer.json();
}

async function round() {
  const started = performance.now();
  try {
    if (!document.hidden) {
      if (map) {
        drone = await ask('drone');
        if (drone) track.push([drone.x, drone.y]);
      }
      const moment = await ask('now');
      if (moment) show(moment);
      else warming();
      lastAnswer = performance.now();
    }
  } catch (e) {
    lost();
  }
  setTimeout(round, Math.max(20, PERIOD_MS - (performance.now() - started)));
}

/** There is a page and no node behind it yet. */
function warming() {
  document.body.classList.remove('lost');
  $('word').className = 'word WARN';
  text('word', 'starting');
  text('why', 'the node warms up; it looks in some seconds');
  if (map) drawMap();
}

function lost() {
  const seconds = (performance.now() - lastAnswer) / 1000;
  if (seconds < 1) return;
  document.body.classList.add('lost');
  $('word').className = 'word LOST';
  text('word', 'no answer');
  text('why', 'the node has not answered for ' + seconds.toFixed(0) + ' s: it has ended, or the network is gone');
}

async function start() {
  try {
    map = await ask('map');
    $('map-card').hidden = !map;
  } catch (e) {
    lost();
    setTimeout(start, 1000);
    return;
  }
  round();
}

$('grid').addEventListener('click', () => {
  grid = !grid;
  $('grid').setAttribute('aria-pressed', String(grid));
  draw();
});
window.addEventListener('resize', draw);
start();
