// How large letters are: as large as their box.
// No modules, no async: televisions of 2018 run browsers of 2016.
"use strict";

const Fit = (() => {
  const CAPITALS = 0.74; // the height of figures in their size, with a little air
  const SMALLEST_SHARE = 0.4;
  const canvas = document.createElement("canvas").getContext("2d");

  const HANGS = 0.13; // so much of its size a font claims below a line; no ink of ours is there

  const isInside = (element, size) =>
    element.scrollHeight <= element.clientHeight + 1 + HANGS * size &&
    element.scrollWidth <= element.clientWidth + 1;

  const largest = (element, most, least) => {
    const fits = (size) => {
      element.style.fontSize = `${size}px`;
      return isInside(element, size);
    };
    if (fits(most)) return most;
    const legible = Math.min(least, most);
    const isLegible = fits(legible);
    // What cannot fit legibly is drawn whole and too small, not cut.
    let low = isLegible ? legible : Math.floor(legible * SMALLEST_SHARE);
    let high = isLegible ? most : legible;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (fits(middle)) low = middle;
      else high = middle;
    }
    element.style.fontSize = `${low}px`;
    return low;
  };

  // Texts of one rank have one size: the largest in which they all fit.
  const together = (elements, most, least) => {
    const sizes = elements.map((element) => largest(element, most, least));
    const size = Math.min(...sizes, most);
    elements.forEach((element) => {
      element.style.fontSize = `${size}px`;
    });
    return size;
  };

  const numberWidth = (text, size) => {
    canvas.font = '700 100px "IBM Plex Sans Arabic"';
    return (canvas.measureText(text).width / 100) * size;
  };

  // A number fills its box: its figures' height counts, not its line's.
  const number = (element, width, height, most) => {
    const size = Math.floor(
      Math.min(width / numberWidth(element.textContent, 1), height / CAPITALS, most || Infinity)
    );
    element.style.fontSize = `${size}px`;
    return size;
  };

  return { largest, together, number, numberWidth };
})();
