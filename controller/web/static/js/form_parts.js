/** Return the elements with these ids, by their ids in camel case. */
export function byName(...ids) {
  const named = (id) => id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  return Object.fromEntries(ids.map((id) => [named(id), document.getElementById(id)]));
}
