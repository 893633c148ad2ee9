// Sets the plan into pages: heads, columns that flow from box to box, and a record of every line.
'use strict';
const ENDS = /([.!?。！？]["”」）]*|[.!?]["”]?\s)$/;
const CLOSE = '，。、；：！？」』）》】〕…,.;:!?)”%';
const OPEN = '「『（《【〔(“$';

function tokens(text) {
  const found = [];
  const parts = text.match(/[ -\u024F\u2010-\u2027\u20AC]+|[\s\S]/gu) || [];
  for (const part of parts) {
    if (/^[ -\u024F\u2010-\u2027\u20AC]+$/u.test(part)) {
      for (const word of part.match(/[^ ]+ ?| /g) || []) {
        found.push(...(word.match(/[^\u00AD-]+(?:\u00AD|-+ ?)?|-+ ?/g) || [word]));
      }
    } else if (found.length && (CLOSE.includes(part) || OPEN.includes(found[found.length - 1]))) {
      found[found.length - 1] += part;
    } else {
      found.push(part);
    }
  }
  return found;
}

function make(parent, cls, style, attributes) {
  const el = document.createElement('div');
  el.className = cls;
  Object.assign(el.style, style || {});
  for (const [key, value] of Object.entries(attributes || {})) el.dataset[key] = value;
  parent.appendChild(el);
  return el;
}

const px = (number) => `${number}px`;
const full = (box) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;

function show(el, toks, cut) {
  let text = toks.join('');
  const hyphen = cut && text.endsWith('\u00AD');
  text = text.replace(/[ \u00AD]+$/, '');
  el.textContent = text;
  el.classList.toggle('cut', !!cut);
  if (hyphen) {
    const mark = document.createElement('span');
    mark.className = 'hy';
    mark.textContent = '-';
    el.appendChild(mark);
  }
}

function largest(low, high, good) {
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if (good(mid)) low = mid; else high = mid - 1;
  }
  return low;
}

// Lay one paragraph from box `at` on; returns {at, used}, used < toks.length when the boxes ran out.
function lay(boxes, at, toks, attributes, made) {
  let used = 0;
  while (used < toks.length) {
    if (at >= boxes.length) return {at, used};
    const el = make(boxes[at], used ? 'p rest' : 'p', {}, attributes);
    if (boxes[at].dataset.lang) el.lang = boxes[at].dataset.lang;
    show(el, toks.slice(used), false);
    if (!full(boxes[at])) { made.push(el); return {at, used: toks.length}; }
    const count = largest(0, toks.length - used - 1, (n) => { show(el, toks.slice(used, used + n), true); return !full(boxes[at]); });
    if (count > 3 || (used && count > 0)) {
      show(el, toks.slice(used, used + count), true);
      made.push(el);
      used += count;
    } else {
      el.remove();
    }
    at += 1;
  }
  return {at, used};
}

function flow(chain, boxes) {
  let at = 0;
  const kept = [];
  for (const block of chain.blocks) {
    if (block.role !== 'body') {
      at = place(block, chain, boxes, at);
      if (at >= boxes.length) break;
      if (block.role === 'subheading') kept.push({item: block.item || chain.item, text: block.text, sub: true});
      continue;
    }
    const item = block.item || chain.item;
    const toks = tokens(block.text);
    const attributes = {item, role: 'body', para: kept.filter((one) => one.item === item).length};
    const made = [];
    const done = lay(boxes, at, toks, attributes, made);
    if (done.used === toks.length) { at = done.at; kept.push({item, text: block.text}); continue; }
    made.forEach((el) => el.remove());
    let size = done.used;
    while (size && !ENDS.test(toks.slice(0, size).join(''))) size -= 1;
    if (size) {
      lay(boxes, at, toks.slice(0, size), attributes, []);
      kept.push({item, text: toks.slice(0, size).join('').trim()});
    }
    break;
  }
  while (kept.length && kept[kept.length - 1].sub) {
    const text = kept.pop().text;
    for (const box of boxes) {
      for (const el of box.querySelectorAll('.subheading')) if (el.textContent === text) el.remove();
    }
  }
  return kept;
}

function place(block, chain, boxes, at) {
  for (; at < boxes.length; at += 1) {
    const el = make(boxes[at], `b ${block.role} ${block.cls || ''}`, {}, {item: block.item || chain.item, role: block.role});
    el.innerHTML = block.html || '';
    if (block.text) el.textContent = block.text;
    const room = make(boxes[at], 'p', {}, {});
    room.innerHTML = block.role === 'end' || block.role === 'box' ? '' : 'x<br>x<br>x';
    const over = full(boxes[at]);
    room.remove();
    if (!over) return at;
    el.remove();
  }
  return at;
}

function boxesOf(part, chain) {
  const page = document.getElementById(`page${part.page}`);
  const [x, y, w, h] = part.box;
  const head = make(page, `head ${part.vertical ? 'vert' : ''} ${part.cls || ''}`,
    part.vertical ? {right: px(page.clientWidth - x - w), top: px(y), height: px(h)} : {left: px(x), top: px(y), width: px(w)});
  for (const block of part.head) {
    const el = make(head, `${block.role} ${block.cls || ''}`, {fontSize: block.size ? px(block.size) : ''}, {item: block.item || chain.item, role: block.role});
    if (block.html) el.innerHTML = block.html; else el.textContent = block.text;
    if (chain.lang) el.lang = chain.lang;
  }
  if (part.vertical) return bands(page, part, chain, head);
  const top = head.offsetHeight + (part.head.length ? 8 : 0);
  const gap = part.gap;
  const width = (w - gap * (part.columns - 1)) / part.columns;
  const found = [];
  const insets = [];
  for (let c = 0; c < part.columns; c += 1) {
    const left = x + c * (width + gap);
    let from = y + top;
    let to = y + h;
    const pic = part.picture;
    if (pic && c >= pic.from && c < pic.from + pic.span) {
      if (c === pic.from) picture(page, pic, left, from, pic.span * width + (pic.span - 1) * gap, chain);
      from += pic.room;
    }
    if (part.jump && c === part.columns - 1) to -= jumpLine(page, part, left, width, y + h, chain);
    if (!c) insets.push(...setInsets(page, part, {x, y: y + top, w, h: h - top}));
    for (const free of around({x: left, y: from, w: width, h: to - from}, insets)) {
      const box = make(page, `col ${part.cls || ''}`, {left: px(free.x), top: px(free.y), width: px(free.w), height: px(Math.max(0, free.h))});
      if (chain.lang) { box.lang = chain.lang; box.dataset.lang = chain.lang; }
      found.push(box);
    }
    if (part.rules && c) {
      const line = {x: left - gap / 2, y: from, w: 1, h: to - from};
      for (const free of around(line, insets)) make(page, `vrule ${part.rule || ''}`, {left: px(free.x), top: px(free.y), height: px(free.h)});
    }
  }
  return found;
}

// Set boxes into a story, at shares of the room beneath its picture; one that finds no room is left out.
function setInsets(page, part, room) {
  const deep = part.picture ? part.picture.room || part.picture.height + 60 : 0;
  const free = {x: room.x, y: room.y + deep, w: room.w, h: room.h - deep};
  const found = [];
  for (const one of part.insets || []) {
    const el = make(page, `inset ${one.cls || ''}`, {left: px(free.x + one.x * free.w), width: px(one.w * free.w)});
    el.innerHTML = one.html;
    if (one.lang) el.lang = one.lang;
    const h = el.offsetHeight;
    const y = Math.min(free.y + one.y * free.h, free.y + free.h - h - 4);
    const box = {x: el.offsetLeft, y, w: el.offsetWidth, h};
    const meets = found.some((other) => other.y < y + h + 20 && y < other.y + other.h + 20);
    if (y < free.y + 40 || meets) { el.remove(); continue; }
    el.style.top = px(y);
    found.push(box);
  }
  return found;
}

// What is left of a column above, beside and below the insets that reach into it.
function around(column, insets) {
  const margin = 9;
  const found = [];
  let from = column.y;
  const end = column.y + column.h;
  const hits = insets.filter((one) => one.x - margin < column.x + column.w && one.x + one.w + margin > column.x && one.y < end);
  for (const one of hits.sort((a, b) => a.y - b.y)) {
    if (one.y - margin > from) found.push({...column, y: from, h: one.y - margin - from});
    const left = one.x - margin - column.x;
    const right = column.x + column.w - (one.x + one.w + margin);
    const wide = Math.max(left, right);
    const bottom = Math.min(end, one.y + one.h + margin);
    if (wide > 74) found.push({x: left >= right ? column.x : one.x + one.w + margin, w: wide, y: Math.max(from, one.y - margin), h: bottom - Math.max(from, one.y - margin)});
    from = bottom;
  }
  if (end - from > 30 || !found.length) found.push({...column, y: from, h: end - from});
  return found;
}

function bands(page, part, chain, head) {
  const [x, y, w, h] = part.box;
  const right = head.offsetWidth ? head.offsetWidth + 10 : 0;
  const height = (h - part.gap * (part.columns - 1)) / part.columns;
  const found = [];
  for (let c = 0; c < part.columns; c += 1) {
    const last = part.jump && c === part.columns - 1;
    const room = last ? jumpColumn(page, part, x, y + c * (height + part.gap), height, chain) : 0;
    const box = make(page, `col vert ${part.cls || ''}`, {left: px(x + room), top: px(y + c * (height + part.gap)), width: px(w - right - room), height: px(height)});
    box.lang = chain.lang;
    box.dataset.lang = chain.lang;
    if (part.rules && c) make(page, `hrule ${part.rule || ''}`, {left: px(x), top: px(y + c * (height + part.gap) - part.gap / 2), width: px(w - right)});
    found.push(box);
  }
  return found;
}

function picture(page, pic, left, top, width, chain) {
  const frame = make(page, 'picture', {left: px(left), top: px(top), width: px(width)});
  const image = document.createElement('img');
  image.src = pic.src;
  image.style.height = px(pic.height);
  frame.appendChild(image);
  frame.dataset.picture = '1';
  const caption = make(frame, 'caption', {}, {item: chain.item, role: 'caption'});
  caption.textContent = pic.caption;
  if (pic.credit) {
    const credit = make(frame, 'credit', {}, {item: chain.item, role: 'credit'});
    credit.textContent = pic.credit;
  }
  pic.room = frame.offsetHeight + 8;
}

function jumpLine(page, part, left, width, bottom, chain) {
  const line = make(page, 'jump', {left: px(left), width: px(width)}, {item: chain.item, role: 'jump-line'});
  line.textContent = part.jump;
  line.style.top = px(bottom - line.offsetHeight);
  return line.offsetHeight + 2;
}

function jumpColumn(page, part, left, top, height, chain) {
  const line = make(page, 'jump vert', {left: px(left), top: px(top), height: px(height)}, {item: chain.item, role: 'jump-line'});
  line.lang = chain.lang;
  line.textContent = part.jump;
  return line.offsetWidth + 6;
}

// Every text line of every element that has a role: its characters, grouped by where they stand.
function linesOf(el, origin, scale) {
  const vertical = getComputedStyle(el).writingMode.startsWith('vertical');
  const walker = document.createTreeWalker(el, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const found = [];
  let line = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let i = 0; i < node.length; i += 1) {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const rects = range.getClientRects();
      const char = node.data[i];
      if (!rects.length) { if (line) line.chars.push([char, null, null]); continue; }
      const r = rects[rects.length - 1];
      if (char !== '\u00AD' && (!line || apart(line, r, vertical))) {
        line = {chars: [], x0: r.left, y0: r.top, x1: r.right, y1: r.bottom, vertical};
        found.push(line);
      }
      if (!line) continue;
      line.chars.push([char, vertical ? r.top : r.left, vertical ? r.bottom : r.right]);
      if (char === '\u00AD') continue;
      line.x0 = Math.min(line.x0, r.left); line.x1 = Math.max(line.x1, r.right);
      line.y0 = Math.min(line.y0, r.top); line.y1 = Math.max(line.y1, r.bottom);
    }
  }
  return found.filter((one) => inSight(el, one)).map((one) => ({
    ...told(one.chars, vertical ? origin.top : origin.left, scale),
    box: [one.x0 - origin.left, one.y0 - origin.top, one.x1 - origin.left, one.y1 - origin.top].map((v) => Math.round(v * scale)),
    vertical: one.vertical,
  })).filter((one) => one.text);
}

// The text of a line, and where along the line each of its characters ends; a space ends where the next begins.
function told(chars, zero, scale) {
  const kept = [];
  for (const [char, start, end] of chars) {
    if ('\u00AD\u200B'.includes(char)) continue;
    const last = kept[kept.length - 1];
    const space = /\s/.test(char);
    if (space && (!last || last.char === ' ')) continue;
    if (last && last.char === ' ' && start !== null) last.end = start;
    kept.push({char: space ? ' ' : char, end: end === null ? (last ? last.end : zero) : end});
  }
  if (kept.length && kept[kept.length - 1].char === ' ') kept.pop();
  return {text: kept.map((one) => one.char).join(''), edges: kept.map((one) => Math.round((one.end - zero) * scale))};
}

function inSight(el, line) {
  const frame = el.closest('.advert,.inset,.col,.page').getBoundingClientRect();
  return line.y1 <= frame.bottom + 3 && line.y0 >= frame.top - 3 && line.x1 <= frame.right + 3 && line.x0 >= frame.left - 3;
}

function apart(line, r, vertical) {
  if (vertical) return Math.abs((r.left + r.right) / 2 - (line.x0 + line.x1) / 2) > (line.x1 - line.x0) / 2;
  return (r.top + r.bottom) / 2 > line.y1 || (r.top + r.bottom) / 2 < line.y0;
}

// Fix every soft hyphen as it fell: a real hyphen where a line ends on it, nothing elsewhere.
function freeze() {
  const range = document.createRange();
  for (const el of document.querySelectorAll('.p')) {
    const node = el.firstChild;
    if (!node || node.nodeType !== 3 || !node.data.includes('\u00AD')) continue;
    const top = (i) => { range.setStart(node, i); range.setEnd(node, i + 1); const rects = range.getClientRects(); return rects.length ? rects[rects.length - 1].top : 0; };
    let text = '';
    for (let i = 0; i < node.length; i += 1) {
      const char = node.data[i];
      if (char !== '\u00AD') text += char;
      else if (i && i + 1 < node.length && top(i + 1) > top(i - 1) + 4) text += '-';
    }
    node.data = text;
  }
}

function record(plan, kept) {
  const lines = [];
  let element = 0;
  const pictures = [];
  for (const page of document.querySelectorAll('.page')) {
    const origin = page.getBoundingClientRect();
    const number = Number(page.id.slice(4));
    for (const el of page.querySelectorAll('[data-role]')) {
      if (el.querySelector('[data-role]')) continue;
      element += 1;
      for (const line of linesOf(el, origin, plan.scale)) {
        lines.push({element, page: number, item: el.dataset.item || '', role: el.dataset.role, para: el.dataset.para === undefined ? -1 : Number(el.dataset.para), ...line});
      }
    }
    for (const el of page.querySelectorAll('[data-picture] img, img[data-picture]')) {
      const r = el.getBoundingClientRect();
      pictures.push({page: number, box: [r.left - origin.left, r.top - origin.top, r.right - origin.left, r.bottom - origin.top].map((v) => Math.round(v * plan.scale))});
    }
  }
  return {paragraphs: kept, lines, pictures};
}

document.fonts.ready.then(() => {
  const plan = JSON.parse(document.getElementById('plan').textContent);
  const kept = {};
  for (const el of document.querySelectorAll('[data-role=nameplate]')) {
    for (let n = 0; n < 40 && el.scrollWidth > el.clientWidth + 1; n += 1) el.style.fontSize = px(parseFloat(getComputedStyle(el).fontSize) * 0.96);
  }
  for (const el of document.querySelectorAll('.page>.advert')) {
    while (el.scrollHeight > el.clientHeight + 1 && el.children.length > 2) el.lastChild.remove();
  }
  for (const chain of plan.chains) {
    const boxes = chain.parts.flatMap((part) => boxesOf(part, chain));
    kept[chain.item] = flow(chain, boxes);
  }
  freeze();
  const out = document.createElement('script');
  out.type = 'application/json';
  out.id = 'record';
  out.textContent = JSON.stringify(record(plan, kept)).replace(/</g, '\\u003c');
  document.body.appendChild(out);
});
