// What stands on the stage: a call, a notice, a picture, a greeting.
"use strict";

const Stage = (() => {
  const { make, words, plain, glyph, lay, caption } = Parts;

  // The sign of the counter: caption and number, the arrow where it belongs, the place below.
  const signOf = (told, unit, counter) => {
    const names = caption(told.counter_is, told.caption_size, true);
    const arrow = glyph(told.arrow, told.caption_size * (told.is_wide ? 2 : 1.6));
    arrow.style.margin = `0 ${unit}px`;
    const main = told.is_wide ? make("call-main upright", names, counter) : make("call-main", names, arrow, counter);
    const sign = make("call-sign", main);
    if (told.is_wide && told.has_way) sign.appendChild(arrow);
    const place = caption(told.place, told.place_size, told.is_place_in_lines);
    place.classList.add("place");
    if (told.place.length) sign.appendChild(place);
    sign.style.padding = `${unit / 2}px ${unit}px`;
    return { sign, main, names, arrow, place };
  };

  const call = (told, drawing) => {
    const unit = drawing.unit;
    const ticket = plain(told.ticket, "number called-ticket");
    const counter = plain(told.counter, "number called-counter");
    const names = caption(told.ticket_is, told.caption_size, told.is_wide);
    const own = signOf(told, unit, counter);
    const first = make("call-ticket", names, ticket);
    const isBetween = told.is_wide && !told.has_way;
    const parts = isBetween ? [first, own.arrow, own.sign] : [first, own.sign];
    const element = make(told.is_wide ? "call wide" : "call", ...parts);
    element.style.padding = `${unit}px`;
    element.style.borderRadius = `${unit}px`;
    first.style[told.is_wide ? "width" : "height"] = told.is_wide ? "60%" : "57%";
    first.style[told.is_wide ? "marginBottom" : "paddingBottom"] = told.is_wide ? 0 : `${unit / 2}px`;
    element.fit = () => {
      Fit.largest(own.place, told.place_size, drawing.smallest);
      const room = first.clientHeight - names.offsetHeight - unit / 2;
      const size = Fit.number(ticket, first.clientWidth * 0.97, room * 0.9);
      const beside = told.is_wide ? 0 : own.names.offsetWidth + own.arrow.offsetWidth + 2 * unit;
      const above = told.is_wide ? own.names.offsetHeight : 0;
      Fit.number(counter, own.main.clientWidth - beside, (own.main.clientHeight - above) * 0.9, size);
    };
    return lay(element, told.area);
  };

  const card = (told, drawing, ...children) => {
    const band = make("band");
    band.style.height = `${drawing.unit}px`;
    const inside = make("inside", ...children);
    inside.style.padding = `${drawing.unit}px ${2 * drawing.unit}px`;
    const element = make("card", band, inside);
    element.style.borderRadius = `${drawing.unit}px`;
    return lay(element, told.area);
  };

  const notice = (told, drawing) => {
    const head = make("head", glyph(told.pictogram, told.head_size * 1.2), words(told.head));
    head.dir = told.head.direction;
    head.style.fontSize = `${told.head_size}px`;
    if (told.part) head.appendChild(plain(told.part, "part"));
    if (told.ground) {
      head.classList.add("level");
      head.style.background = told.ground;
      head.style.color = told.ink;
    }
    const texts = [[told.title, "title", told.title_size], [told.body, "body", told.body_size]]
      .filter(([text]) => text.words)
      .map(([text, name, size]) => {
        const element = words(text, name);
        element.style.fontSize = `${size}px`;
        return element;
      });
    const all = make("all", head, ...texts);
    const element = card(told, drawing, all);
    // Sizes were reckoned before; what a browser sets wider than that shrinks together.
    element.fit = () => {
      const room = all.parentNode;
      for (let share = 1; share > 0.4 && room.scrollHeight > room.clientHeight + 1; share *= 0.95) {
        all.style.setProperty("zoom", share);
      }
    };
    return element;
  };

  const picture = (told, drawing) => {
    const image = document.createElement("img");
    image.src = `/assets/${told.asset}`;
    image.alt = told.title ? told.title.words : "";
    const frame = make("frame", image);
    frame.style.padding = `${drawing.unit / 2}px`;
    const element = make("still", frame);
    if (told.title || told.part) {
      const strip = make("strip");
      if (told.title) strip.appendChild(words(told.title, "title"));
      if (told.part) strip.appendChild(plain(told.part, "part"));
      strip.style.padding = `${drawing.unit / 2}px ${2 * drawing.unit}px`;
      strip.style.fontSize = `${told.size}px`;
      element.appendChild(strip);
    }
    element.style.borderRadius = `${drawing.unit}px`;
    return lay(element, told.area);
  };

  const welcome = (told, drawing) => {
    const texts = told.greetings.map((text) => words(text, "greeting"));
    const grid = make("greetings", ...texts);
    texts.forEach((text) => {
      text.style.width = `${100 / told.columns}%`;
      text.style.height = `${100 / Math.ceil(texts.length / told.columns)}%`;
    });
    const element = card(told, drawing, grid);
    element.fit = () => Fit.together(texts, told.size, drawing.smallest);
    return element;
  };

  const queue = (told, drawing) => {
    const cells = (name, waiting, wait, size) => {
      [waiting, wait].forEach((each) => {
        each.classList.add("column");
        each.style.width = `${told.size * 4.2}px`;
      });
      const row = make("queue-row", name, waiting, wait);
      row.dir = told.waiting_is.direction;
      row.style.fontSize = `${size}px`;
      row.style.padding = `0 ${drawing.unit}px`;
      return row;
    };
    const heading = cells(plain(told.part, "part"), words(told.waiting_is), words(told.wait_is), told.small);
    const names = told.rows.map((each) => words(each.name, "service"));
    const rows = told.rows.map((each, index) => {
      const numbers = [plain(each.waiting, "number"), plain(each.wait, "number")];
      const row = cells(names[index], ...numbers, told.size * 0.9);
      row.classList.add("service-row");
      row.style.marginTop = `${drawing.unit / 2}px`;
      row.style.maxHeight = `${told.size * 2.6}px`;
      return row;
    });
    const element = card(told, drawing, heading, ...rows);
    element.fit = () => {
      const room = heading.parentNode;
      const isCut = () => room.scrollHeight > room.clientHeight + 1;
      for (let share = 1; share > 0.4 && isCut(); share *= 0.9) {
        heading.style.fontSize = `${told.small * share}px`;
      }
      Fit.together(names, told.size, drawing.smallest);
    };
    return element;
  };

  const kinds = { call, words: notice, picture, queue, welcome };
  return (told, drawing) => kinds[told.kind](told, drawing);
})();
