/** What the server wrote into the page: the language, its texts and the commune's names. */
export const page = JSON.parse(document.getElementById("page-data").textContent);

const ISOLATE = { open: "\u2068", close: "\u2069" };

/** Return an element with these attributes and children (texts or elements). */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

export function byId(id) {
  return document.getElementById(id);
}

function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** Return nodes for a text that may stand in two languages: [["ar", "…"], ["fr", "…"]]. */
export function nodes(parts, values = {}) {
  if (parts.length === 1) return [filled(parts[0][1], values)];
  const spans = parts.map(([language, text]) =>
    element("span", { lang: language, dir: language === "ar" ? "rtl" : "ltr" }, filled(text, values)),
  );
  return [element("span", { class: "parts" }, ...spans)];
}

/** Return nodes for a sentence of the catalogue. */
export function words(msgid, values = {}) {
  return nodes(page.texts[msgid], values);
}

/** Return nodes for a sentence that agrees with a number; the server knows each language's rule. */
export function counted(msgid, n, values = {}) {
  const parts = page.counting[msgid].map(({ language, forms, which }) => [language, forms[which[n] ?? which.at(-1)]]);
  return nodes(parts, { ...values, n });
}

/** Return a sentence of the catalogue as one line of plain text, for titles and labels. */
export function line(msgid, values = {}) {
  return page.texts[msgid].map(([, text]) => ISOLATE.open + filled(text, values) + ISOLATE.close).join(" — ");
}

export function serviceName(service) {
  return nodes(page.services[service] ?? [[page.language, service]]);
}

/** Return nodes for a reason or a place: what the hall proposes in the page's language, own words as they are. */
export function reasonText(reason) {
  const known = page.reasons[reason];
  return known ? nodes(known) : [element("bdi", {}, reason)];
}

/** Return a counter's number, with the wheelchair where one finds its place. */
export function counterSign(counter) {
  const label = { class: "pictogram pictogram-wheelchair", role: "img", "aria-label": line("accessible"), title: line("accessible") };
  return page.accessible.includes(counter) ? [String(counter), element("i", label)] : [String(counter)];
}

/** Show the children in the element, touching the document only when they differ. */
export function fill(place, ...children) {
  const made = element("div", {}, ...children);
  if (made.innerHTML !== place.innerHTML) place.replaceChildren(...made.childNodes);
}
