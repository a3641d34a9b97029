// A visitor's whole way through the hall, by a client that knows nothing but docs/protocol.md.
// Usage: node hall.mjs <url> <kiosk token> <screen token> <name> <password>
// Written for Node.js 12, which Ubuntu 22.04 has.
import { randomBytes } from "crypto";
import http from "http";
import { io } from "socket.io-client";

const [url, kioskToken, screenToken, name, password] = process.argv.slice(2);
const LINK = { transports: ["websocket"], reconnectionDelay: 300, reconnectionDelayMax: 1000, forceNew: true };

function newId() {
  return randomBytes(16).toString("hex");
}

function join(namespace, token) {
  return io(url + namespace, { ...LINK, auth: { token } });
}

function next(socket, event, isRight = () => true) {
  return new Promise((resolve) => {
    const listen = (data) => {
      if (!isRight(data)) return;
      socket.off(event, listen);
      resolve(data);
    };
    socket.on(event, listen);
  });
}

function ask(socket, event, data = {}) {
  return socket.timeout(5000).emitWithAck(event, { request: newId(), ...data });
}

function signIn() {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json" };
    const request = http.request(`${url}/api/sign-in`, { method: "POST", headers }, (answer) => {
      let body = "";
      answer.on("data", (piece) => (body += piece));
      answer.on("end", () => resolve(JSON.parse(body)));
    });
    request.on("error", reject);
    request.end(JSON.stringify({ name, password }));
  });
}

async function visit() {
  const told = {};
  const stranger = join("/screens", "not a token");
  told.stranger = (await next(stranger, "connect_error")).message;
  stranger.close();

  const screen = join("/screens", screenToken);
  const order = [];
  screen.on("board", ({ seq }) => order.push(`board ${seq}`));
  screen.on("call", ({ seq }) => order.push(`call ${seq}`));
  told.board = await next(screen, "board");

  const kiosk = join("/kiosks", kioskToken);
  told.offered = (await next(kiosk, "offer")).services.length;
  const wanted = { request: newId(), service: "legalisation", language: "fr" };
  told.slip = await ask(kiosk, "take_ticket", wanted);
  told.slipAgain = await ask(kiosk, "take_ticket", wanted);

  const { token, role } = await signIn();
  told.role = role;
  const agent = join("/agents", token);
  told.desk = await next(agent, "desk");
  told.tooEarly = await ask(agent, "call_next");
  told.opened = await ask(agent, "open", { counter: 4 });

  const calling = next(screen, "call");
  told.called = await ask(agent, "call_next");
  told.call = await calling;
  told.isBoardFirst = order.includes(`board ${told.call.seq}`) && order.indexOf(`board ${told.call.seq}`) < order.indexOf(`call ${told.call.seq}`);

  const receipt = next(agent, "desk", (desk) => desk.receipt && desk.receipt.spoken === 1);
  screen.emit("shown", { seq: told.call.seq, spoken: [told.call.seq] });
  told.receipt = (await receipt).receipt;

  told.started = await ask(agent, "start");
  told.finished = await ask(agent, "finish");
  told.closed = await ask(agent, "close");
  told.malformed = await ask(agent, "open", { counter: "four" });

  console.log(JSON.stringify(told));
  for (const socket of [screen, kiosk, agent]) socket.close();
}

visit().catch((error) => {
  console.error(error);
  process.exit(1);
});
