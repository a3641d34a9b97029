// The page of one hall screen: hears what to show, draws it, and says that it has.
"use strict";

(() => {
  const told = JSON.parse(document.body.dataset.told);
  const screen = document.getElementById("screen");
  const tap = document.getElementById("tap");
  const LEAST_BETWEEN_FLASHES = 170; // milliseconds: six changes a second are three flashes
  const LOOK = 1000;
  const AGAIN = 3000;
  const PARTS = ["header", "lost", "stage", "lines", "ready", "missed", "alarm", "cover"];
  const makers = Object.assign({}, Parts, { stage: Stage });

  const drawn = {}; // by part: what was told of it, and its element
  let worn = { key: "[]", colors: [] };
  let line = null;
  let heard = null;
  let lastWord = performance.now();
  let lastTry = 0;
  let lastFlash = 0;
  let isAsked = false;
  let isSilent = false;

  const own = () => {
    const name = sessionStorage.getItem("page") || Math.random().toString(36).slice(2);
    sessionStorage.setItem("page", name);
    return name;
  };
  const page = own();

  const say = (where, what) => {
    fetch(where, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      credentials: "same-origin",
      body: JSON.stringify(what),
    }).catch(() => {}); // the line tells of it
  };

  const voice = new Voice(
    document.getElementById("voice"),
    (number, why) => say("/heard", { number, why }),
    (isNeeded) => {
      tap.hidden = !isNeeded || told.isMute;
    }
  );

  // -- Drawing --

  const withoutFlash = (part) => JSON.stringify(part, (key, value) => (key === "is_bright" ? undefined : value));

  const place = (name, part, drawing) => {
    const key = part ? withoutFlash(part) + drawing.width + drawing.height : "";
    const before = drawn[name];
    if (before && before.key === key) return;
    const element = part ? makers[name](part, drawing) : null;
    if (element) {
      element.setAttribute("data-part", name);
      screen.appendChild(element);
      if (element.fit) element.fit();
    }
    if (before && before.element) screen.removeChild(before.element);
    drawn[name] = { key, element };
  };

  const flash = (drawing) => {
    const element = drawn.stage && drawn.stage.element;
    if (!element || !drawing.stage || drawing.stage.kind !== "call") return;
    if (element.classList.contains("bright") === drawing.stage.is_bright) return;
    const now = performance.now();
    if (now - lastFlash < LEAST_BETWEEN_FLASHES) {
      setTimeout(order, LEAST_BETWEEN_FLASHES);
      return;
    }
    lastFlash = now;
    element.classList.toggle("bright", drawing.stage.is_bright);
  };

  const scale = (drawing) => {
    const share = Math.min(window.innerWidth / drawing.width, window.innerHeight / drawing.height);
    screen.style.width = `${drawing.width}px`;
    screen.style.height = `${drawing.height}px`;
    screen.style.transform = Math.abs(share - 1) < 0.002 ? "" : `scale(${share})`;
    screen.dir = drawing.direction;
    tap.style.visibility = drawing.alarm ? "hidden" : "";
  };

  // The commune's own colours, as long as it wears them.
  const dress = (colors) => {
    const key = JSON.stringify(colors);
    if (key === worn.key) return;
    const style = document.documentElement.style;
    worn.colors.forEach(([name]) => style.removeProperty(name));
    colors.forEach(([name, value]) => style.setProperty(name, value));
    worn = { key, colors };
  };

  const warning = (drawing) => {
    const turn = Math.floor((performance.now() - lastWord) / 1000 / told.warning);
    const each = told.lost[turn % told.lost.length];
    const direction = each.language === "ar" ? "rtl" : "ltr";
    const text = { words: each.words, language: each.language, direction, line: 1.5 };
    const above = drawing.header || drawing.lost;
    const area = above ? above.area : { left: 0, top: 0, width: drawing.width, height: drawing.height * 0.17 };
    return { area, text, size: drawing.smallest * 1.5, pictogram: told.offline };
  };

  const draw = () => {
    isAsked = false;
    if (!heard || !heard.drawing) return;
    const drawing = heard.drawing;
    scale(drawing);
    dress(drawing.colors);
    const lost = isSilent ? warning(drawing) : drawing.lost;
    PARTS.forEach((name) => {
      const part = name === "lost" ? lost : name === "header" && lost ? null : drawing[name];
      place(name, part, drawing);
    });
    flash(drawing);
  };

  const order = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(draw);
  };

  // What a hidden page has it does not show: it says nothing then.
  const confirm = (number) =>
    requestAnimationFrame(() => requestAnimationFrame(() => say("/drawn", { page, number })));

  // -- The line --

  const word = () => {
    lastWord = performance.now();
    if (isSilent) {
      isSilent = false;
      order();
    }
  };

  const onShown = (event) => {
    word();
    heard = JSON.parse(event.data);
    if (heard.version !== told.version) {
      location.reload();
      return;
    }
    order();
    confirm(heard.number);
    if (heard.sound) voice.play(heard.run, heard.sound.number);
    else voice.hush();
  };

  const hangUp = () => {
    if (line) line.close();
    line = null;
  };

  const connect = () => {
    hangUp();
    lastTry = performance.now();
    const size = `width=${window.innerWidth}&height=${window.innerHeight}`;
    line = new EventSource(`/shown?page=${page}&${size}`);
    line.addEventListener("shown", onShown);
    line.addEventListener("beat", () => {
      word();
      if (heard) confirm(heard.number);
    });
  };

  const look = () => {
    const silence = performance.now() - lastWord;
    if (document.hidden || silence < told.silence * 1000) return;
    isSilent = true;
    order();
    if (performance.now() - lastTry > AGAIN) connect();
  };

  // -- The browser --

  const stayAwake = () => {
    if (navigator.wakeLock) navigator.wakeLock.request("screen").catch(() => {}); // only over HTTPS
  };

  const fill = () => {
    const root = document.documentElement;
    const ask = root.requestFullscreen || root.webkitRequestFullscreen;
    if (!ask || document.fullscreenElement) return;
    const asked = ask.call(root);
    if (asked) asked.catch(() => {}); // some televisions fill the screen by themselves
  };

  const onTap = () => {
    voice.tryOut();
    fill();
    stayAwake();
  };

  let resized = 0;
  const onResize = () => {
    order();
    clearTimeout(resized);
    resized = setTimeout(connect, LOOK);
  };

  const onVisible = () => {
    if (document.hidden) {
      hangUp();
      return;
    }
    stayAwake();
    connect();
  };

  const askForTap = () => {
    tap.appendChild(Parts.glyph(told.muted));
    told.tap.forEach((each) => {
      const direction = each.language === "ar" ? "rtl" : "ltr";
      tap.appendChild(Parts.words({ words: each.words, language: each.language, direction, line: 1.5 }));
    });
  };

  const redrawAll = () => {
    Object.keys(drawn).forEach((name) => {
      if (drawn[name].element && drawn[name].element.fit) drawn[name].element.fit();
    });
  };

  const begin = () => {
    askForTap();
    document.addEventListener("click", onTap);
    document.addEventListener("keydown", onTap);
    document.addEventListener("visibilitychange", onVisible);
    window.addEventListener("resize", onResize);
    setInterval(look, LOOK);
    if (!told.isMute) voice.tryOut();
    connect();
  };

  const faces = ['500 20px "IBM Plex Sans Arabic"', '700 20px "IBM Plex Sans Arabic"', '20px "Nouba Pictograms"', '20px "Noto Sans Tifinagh"'];
  Promise.all(faces.map((face) => document.fonts.load(face, "ⴰ"))).then(begin, begin);
  document.fonts.ready.then(redrawAll);
})();
