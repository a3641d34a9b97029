/** The controller's time, carried on between its messages. It may run faster in a demonstration. */
import { page } from "./page.js";

const known = { at: Date.now(), here: performance.now() };

export function setClock(at) {
  known.at = Date.parse(at);
  known.here = performance.now();
}

function now() {
  return known.at + (performance.now() - known.here) * page.pace;
}

/** Return the seconds from that moment (ISO 8601) until now, never below zero. */
export function secondsSince(moment) {
  return Math.max(0, (now() - Date.parse(moment)) / 1000);
}

/** Return a moment (ISO 8601) as 14:05 on the hall's own clock: a tablet's rules of time zones may be years old. */
export function hourMinute(moment) {
  return new Date(Date.parse(moment) + page.offset * 1000).toISOString().slice(11, 16);
}

/** Return the same with its day, 24/11 14:05, unless that is today. */
export function dayAndMinute(moment) {
  const [there, today] = [Date.parse(moment), now()].map((each) => new Date(each + page.offset * 1000).toISOString().slice(0, 10));
  return there === today ? hourMinute(moment) : `${there.slice(8)}/${there.slice(5, 7)} ${hourMinute(moment)}`;
}

/** Return a length of time as 4:07 or 1:04:07, always with Western digits, as in Morocco. */
export function clockLength(seconds) {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number) => String(number).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
