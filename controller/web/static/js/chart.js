/** The day by quarter of an hour. Time runs the way that the language is read. */
import uPlot from "../vendor/uPlot.esm.js";
import { byId, page } from "./page.js";

const isRightToLeft = document.documentElement.dir === "rtl";
const QUARTER = 15 * 60 * 1000;
const HALF_SLOT = 450; // seconds: a slot's two bars stand on both sides of its hour
const SHORTEST_DAY = 12;
let chart = null;

function token(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function hourMinute(seconds) {
  // The hall's own offset: a tablet's rules of time zones may be years old.
  return new Date((seconds + page.offset) * 1000).toISOString().slice(11, 16);
}

function options(width, height) {
  const [issued, called, waiting] = ["--gold-edge", "--green", "--navy"].map(token);
  const [ink, grid] = ["--slate", "--sand-deep"].map(token);
  const axis = { stroke: ink, font: `13px ${token("--font")}`, grid: { stroke: grid, width: 1 }, ticks: { show: false } };
  return {
    width,
    height,
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { dir: isRightToLeft ? -1 : 1, range: (_, low, high) => [low - HALF_SLOT, high + HALF_SLOT] }, y: { range: (_, low, high) => [0, Math.max(4, Math.ceil(high * 1.1))] } },
    axes: [
      { ...axis, incrs: [900, 1800, 3600, 7200, 10800], values: (_, splits) => splits.map(hourMinute) },
      { ...axis, side: isRightToLeft ? 1 : 3, size: 40, incrs: [1, 2, 5, 10, 20, 50, 100] },
    ],
    series: [
      {},
      { stroke: issued, fill: token("--gold"), width: 1.5, paths: uPlot.paths.bars({ size: [0.42], align: -1 }), points: { show: false } },
      { stroke: called, fill: `${called}cc`, width: 0, paths: uPlot.paths.bars({ size: [0.42], align: 1 }), points: { show: false } },
      { stroke: waiting, width: 3, paths: uPlot.paths.stepped({ align: 1 }), points: { show: false } },
    ],
  };
}

/** Return the slots with empty ones behind them, so that a morning's first bars are not huge. */
function widened(slots) {
  const last = Date.parse(slots.at(-1).at);
  const missing = Math.max(1, SHORTEST_DAY - slots.length);
  const empty = Array.from({ length: missing }, (_, index) => ({
    at: new Date(last + (index + 1) * QUARTER).toISOString(),
    issued: null,
    called: null,
    waiting: index === 0 ? slots.at(-1).waiting : null,
  }));
  return [...slots, ...empty];
}

/** Draw the day's slots; an empty day draws nothing. */
export function drawChart(slots) {
  const place = byId("chart");
  if (!slots.length) return;
  const shown = widened(slots);
  const data = [
    shown.map(({ at }) => Date.parse(at) / 1000),
    shown.map(({ issued }) => issued || null), // a bar of nothing would leave its edge on the axis
    shown.map(({ called }) => called || null),
    shown.map(({ waiting }) => waiting),
  ];
  if (chart) chart.setData(data);
  else chart = new uPlot(options(place.clientWidth, place.clientHeight), data, place);
}

addEventListener("resize", () => chart?.setSize({ width: byId("chart").clientWidth, height: byId("chart").clientHeight }));
