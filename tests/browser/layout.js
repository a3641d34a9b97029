() => {
  const CARDS =
    "header.bar, .bar-button, .place, .queue, .queue li, .action, .tile, .panel, .devices li, " +
    ".choose-counter, .transfer-choice, .button-quiet, .counter-chip, .doing, .state, .papers, " +
    ".place-receipt > span, .queue-count, dialog, th, td, .more, .special, .steps-choice, .transfer-how button, .transfer-kinds button, .steps-count button, .interventions-buttons > button";
  const SCROLLERS = ".queue-list, .table-room, .transfer-list, .sheet-text, .steps-body";
  const SMALLEST = 14;
  const ROOM_IN_BUTTON = 4;
  const open = document.querySelector("dialog[open]");
  const root = open ?? document.body;
  const said = [];

  const name = (each) => `${each.tagName} ${each.id || each.className} ${each.textContent.trim().slice(0, 30)}`;
  const isShown = (each) => each.checkVisibility() && !each.closest(".unseen");
  const box = (each) => each.getBoundingClientRect();
  const isInside = (a, b, margin) =>
    a.left >= b.left + margin && a.right <= b.right - margin && a.top >= b.top - 0.5 && a.bottom <= b.bottom + 0.5;
  const isOver = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;

  /** The room within an element's borders. */
  function room(each) {
    const { left, top } = box(each);
    const [x, y] = [left + each.clientLeft, top + each.clientTop];
    return { left: x, top: y, right: x + each.clientWidth, bottom: y + each.clientHeight };
  }

  /** A line's box is as high as its font's tallest letters: what is printed is about one em. */
  function printed({ left, right, top, bottom }, em) {
    const [middle, half] = [(top + bottom) / 2, Math.min(bottom - top, em) / 2];
    return { left, right, top: middle - half, bottom: middle + half };
  }

  /** What a scroller shows of it; null for nothing. What stays in place has its own ground. */
  function seen(area, holder) {
    const scroller = holder.closest(SCROLLERS);
    if (!scroller) return area;
    const view = room(scroller);
    const cut = {
      left: Math.max(area.left, view.left),
      right: Math.min(area.right, view.right),
      top: Math.max(area.top, view.top),
      bottom: Math.min(area.bottom, view.bottom),
    };
    return cut.right - cut.left > 1 && cut.bottom - cut.top > 1 ? cut : null;
  }

  function linesOf(node) {
    const holder = node.parentElement;
    if (!node.textContent.trim() || holder.closest("script") || !isShown(holder)) return [];
    const em = parseFloat(getComputedStyle(holder).fontSize);
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()]
      .filter(({ width }) => width > 0)
      .map((line) => ({ node, holder, em, area: printed(line, em) }));
  }

  function allLines() {
    const found = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) found.push(...linesOf(walker.currentNode));
    return found;
  }

  function lookAtText({ holder, em, area }) {
    if (em < SMALLEST) said.push(`${em} px is too small: ${name(holder)}`);
    const card = holder.closest(CARDS);
    if (!card) return;
    const isScrolledInside = card.querySelector(SCROLLERS)?.contains(holder);
    const visible = isScrolledInside ? seen(area, holder) : area;
    const margin = card.tagName === "BUTTON" ? ROOM_IN_BUTTON : -0.5;
    if (visible && !isInside(visible, room(card), margin)) said.push(`${name(holder)} leaves ${name(card)}`);
  }

  function lookAtCard(card) {
    const outer = card.parentElement.closest(CARDS);
    const scroller = card.closest(SCROLLERS);
    if (!outer || !root.contains(outer) || (scroller && outer.contains(scroller))) return;
    if (!isInside(box(card), box(outer), 0)) said.push(`${name(card)} leaves ${name(outer)}`);
  }

  function lookAtPairs(areas) {
    for (const [index, one] of areas.entries()) {
      for (const other of areas.slice(index + 1)) {
        const isOneThing = one.node === other.node || one.node.contains(other.node);
        if (!isOneThing && isOver(one.area, other.area)) said.push(`${name(one.holder)} lies over ${name(other.holder)}`);
      }
    }
  }

  const visible = (each) => ({ ...each, area: seen(each.area, each.holder) });
  const lines = allLines();
  const cards = [...root.querySelectorAll(CARDS)].filter(isShown);
  lines.forEach(lookAtText);
  cards.forEach(lookAtCard);
  lookAtPairs(lines.map(visible).filter(({ area }) => area));
  lookAtPairs(cards.map((card) => visible({ node: card, holder: card, area: box(card) })).filter(({ area }) => area));
  for (const button of open?.querySelectorAll(":scope > button") ?? []) {
    if (!isInside(box(button), room(open), 0)) said.push(`${name(button)} is cut by its dialog`);
  }
  const tooWide = document.scrollingElement.scrollWidth - innerWidth;
  if (tooWide > 0) said.push(`the page is ${tooWide} px too wide`);
  return [...new Set(said)];
}
