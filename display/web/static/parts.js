// The parts of the screen around its stage. Each draws what it is told, and decides nothing.
"use strict";

const Parts = (() => {
  const CAPTION_LINE = 1.5; // within what the plan leaves a caption
  const MOST_FOOT = 0.16; // of an alarm's height, for what is said of the calls

  const make = (className, ...children) => {
    const element = document.createElement("div");
    element.className = className;
    children.forEach((child) => element.appendChild(child));
    return element;
  };

  // Each text is isolated from the line around it by its own element and direction.
  const words = (text, className = "") => {
    const element = make(`words ${className}`);
    element.lang = text.language;
    element.dir = text.direction;
    element.style.lineHeight = text.line;
    element.textContent = text.words;
    return element;
  };

  const plain = (text, className) => {
    const element = make(className);
    element.textContent = text;
    element.dir = "ltr";
    return element;
  };

  const glyph = (character, size) => {
    const element = plain(character, "glyph");
    if (size) element.style.fontSize = `${size}px`;
    return element;
  };

  const lay = (element, area) => {
    element.classList.add("area");
    element.style.left = `${area.left}px`;
    element.style.top = `${area.top}px`;
    element.style.width = `${area.width}px`;
    element.style.height = `${area.height}px`;
    return element;
  };

  // The languages of one caption: one above the other, or beside one another.
  const caption = (texts, size, isInLines) => {
    const element = make(isInLines ? "caption lines" : "caption");
    texts.forEach((text, index) => {
      if (index && !isInLines) element.appendChild(plain(" · ", "dot"));
      const name = words(text);
      name.style.lineHeight = CAPTION_LINE;
      element.appendChild(name);
    });
    element.style.fontSize = `${size}px`;
    return element;
  };

  const logo = (told) => {
    if (!told.logo) return [];
    const image = document.createElement("img");
    image.src = told.logo;
    image.alt = "";
    return [make("logo", image)];
  };

  const header = (told, drawing) => {
    const isPortrait = drawing.height > drawing.width;
    const rows = told.names.map((row) => row.map((name) => words(name, "name")));
    const names = [].concat(...rows);
    names.forEach((name) => {
      name.style.lineHeight = told.name_line;
    });
    const column = make("names", ...rows.map((row) => make("row", ...row)));
    const named = make("named", ...logo(told), column);
    const queue = make("queue");
    if (told.waiting) {
      queue.appendChild(glyph(told.queue, told.number_size * 0.85));
      queue.appendChild(plain(told.waiting, "number"));
    }
    const clock = plain(told.clock, "number clock");
    const facts = isPortrait ? make("facts", queue, clock) : null;
    const element = isPortrait
      ? make("header upright", named, facts)
      : make("header", queue, named, clock);
    element.style.padding = `${drawing.unit * 0.6}px ${drawing.unit}px`;
    [queue, clock].forEach((each) => {
      each.style.fontSize = `${told.number_size}px`;
    });
    element.fit = () => Fit.together(names, told.name_size, drawing.smallest);
    return lay(element, told.area);
  };

  const lost = (told, drawing) => {
    const sentence = words(told.text, "sentence");
    const picture = glyph(told.pictogram, told.size * 1.2);
    const element = make("lost", picture, sentence);
    element.dir = told.text.direction;
    element.style.padding = `${drawing.unit / 2}px ${drawing.unit}px`;
    element.fit = () => Fit.largest(sentence, told.size, drawing.smallest);
    return lay(element, told.area);
  };

  const row = (told, each, height) => {
    const ticket = plain(each.ticket, "number ticket");
    const counter = make("number sign");
    counter.dir = "ltr";
    counter.appendChild(plain(each.counter, "figures"));
    // As on the signs of a house: what points to the right stands at the right.
    if (each.way) counter.insertBefore(glyph(each.way), each.is_way_last ? null : counter.firstChild);
    const element = make(each.is_called ? "line called" : "line", ticket);
    if (each.counter && !each.way) element.appendChild(glyph(told.arrow, told.size * 0.6));
    if (each.counter) element.appendChild(counter);
    element.style.fontSize = `${told.size}px`;
    if (height) element.style.height = `${height}px`;
    return element;
  };

  const lines = (told, drawing) => {
    const gap = Math.floor(drawing.unit / 2);
    const heading = make("heading");
    told.captions.forEach((texts) =>
      heading.appendChild(caption(texts, told.caption_size, told.is_in_lines))
    );
    heading.style.height = `${told.caption_height}px`;
    const free = told.area.height - told.caption_height;
    const height = Math.floor(free / told.slots - gap);
    const element = make("list", heading);
    for (let slot = 0; slot < told.slots; slot += 1) {
      const each = told.rows[slot];
      const line = each ? row(told, each, height) : make("line empty");
      line.style.height = `${height}px`;
      line.style.marginTop = `${gap}px`;
      element.appendChild(line);
    }
    element.fit = () =>
      Fit.together(Array.from(heading.children), told.caption_size, drawing.smallest);
    return lay(element, told.area);
  };

  const foot = (told, drawing, isMissed) => {
    const element = make(isMissed ? "ready missed" : "ready", caption(told.captions[0], told.caption_size, told.is_in_lines));
    told.rows.forEach((each) => {
      const line = row(told, each);
      line.style.margin = `0 ${drawing.unit * 0.75}px`;
      element.appendChild(line);
    });
    element.style.padding = `0 ${drawing.unit}px`;
    return lay(element, told.area);
  };

  const ready = (told, drawing) => foot(told, drawing, false);
  const missed = (told, drawing) => foot(told, drawing, true);

  const alarm = (told, drawing) => {
    const picture = glyph(told.pictogram);
    const sign = make("alarm-sign", picture);
    const orders = told.orders.map((text) => words(text, "order"));
    const title = make("alarm-title");
    told.title.forEach((text, index) => {
      if (index) title.appendChild(plain(" · ", "dot"));
      title.appendChild(words(text));
    });
    const body = make("alarm-body", sign, make("alarm-words", title, ...orders));
    const suspended = caption(told.suspended, told.foot_size, told.is_in_lines);
    const foot = make("alarm-foot", suspended);
    const element = make(told.is_portrait ? "alarm upright" : "alarm", body, foot);
    const longer = Math.max(drawing.width, drawing.height) * 0.25;
    const shorter = Math.min(longer, Math.min(drawing.width, drawing.height) - 4 * drawing.unit);
    element.style.background = told.ground;
    sign.style[told.is_portrait ? "height" : "width"] = `${longer}px`;
    sign.style.color = told.ground;
    picture.style.fontSize = `${shorter * 0.8}px`;
    body.style.padding = `${2 * drawing.unit}px`;
    foot.style.padding = `${told.foot_size * 0.3}px ${told.foot_size}px`;
    suspended.style.maxHeight = `${Math.round(drawing.height * MOST_FOOT)}px`;
    element.fit = () => {
      Fit.largest(suspended, told.foot_size, told.foot_size);
      Fit.largest(title, told.size, drawing.smallest);
      Fit.together(orders, told.size, drawing.smallest);
    };
    return lay(element, { left: 0, top: 0, width: drawing.width, height: drawing.height });
  };

  const cover = (told, drawing) => {
    const name = plain(told.name, "number");
    const element = make("cover", name);
    element.fit = () => {
      if (told.name) Fit.number(name, drawing.width * 0.9, drawing.height * 0.5);
    };
    return lay(element, { left: 0, top: 0, width: drawing.width, height: drawing.height });
  };

  return { make, words, plain, glyph, lay, caption, header, lost, lines, ready, missed, alarm, cover };
})();
