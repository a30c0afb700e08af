// As much of the protocol of X11 as it takes to give the keyboard to a window: a screen without a desktop has nobody who does.
import net from 'node:net';

/** The protocol 11.0, with numbers whose lowest byte comes first, and no password. */
const HELLO = Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
const [GET_ATTRIBUTES, QUERY_TREE, SET_FOCUS, GET_FOCUS] = [3, 15, 42, 43];
const REPLY = 1;
const VIEWABLE = 2;

/** Opens a connection to a screen, and speaks over it. */
async function speak(name, talk) {
  const socket = net.connect(`/tmp/.X11-unix/X${name.slice(1)}`);
  let heard = Buffer.alloc(0);
  let wake = () => {};
  let lost = null;
  socket.on('data', (bytes) => {
    heard = Buffer.concat([heard, bytes]);
    wake();
  });
  socket.on('error', (error) => {
    lost = error;
    wake();
  });
  const take = async (length) => {
    while (heard.length < length) {
      if (lost) throw lost;
      await new Promise((done) => { wake = done; });
    }
    const taken = heard.subarray(0, length);
    heard = heard.subarray(length);
    return taken;
  };
  /** A request: its number, a byte, and numbers of four bytes. */
  const say = (number, detail, ...values) => {
    const request = Buffer.alloc(4 + 4 * values.length);
    request.writeUInt8(number, 0);
    request.writeUInt8(detail, 1);
    request.writeUInt16LE(request.length / 4, 2);
    values.forEach((value, at) => request.writeUInt32LE(value, 4 + 4 * at));
    socket.write(request);
  };
  const ask = async (...request) => {
    say(...request);
    const head = await take(32);
    // An error is no longer than this.
    const more = head.readUInt8(0) === REPLY ? head.readUInt32LE(4) * 4 : 0;
    return Buffer.concat([head, await take(more)]);
  };
  try {
    socket.write(HELLO);
    const head = await take(8);
    const screen = await take(head.readUInt16LE(6) * 4);
    const root = screen.readUInt32LE(32 + Math.ceil(screen.readUInt16LE(16) / 4) * 4 + screen.readUInt8(21) * 8);
    return await talk({ root, say, ask });
  } finally {
    socket.end();
  }
}

/** The windows of a screen that are shown, the topmost first. */
export const windowsOf = (name) => speak(name, async ({ root, ask }) => {
  const tree = await ask(QUERY_TREE, 0, root);
  const shown = [];
  for (let at = tree.readUInt16LE(16) - 1; at >= 0; at -= 1) {
    const window = tree.readUInt32LE(32 + 4 * at);
    if ((await ask(GET_ATTRIBUTES, 0, window)).readUInt8(26) === VIEWABLE) shown.push(window);
  }
  return shown;
});

/** Gives the keyboard to a window, as a desktop does. */
export const giveKeyboard = (name, window) => speak(name, async ({ say, ask }) => {
  say(SET_FOCUS, 1, window, 0);
  // What has been answered comes after what was said before.
  await ask(GET_FOCUS, 0);
});
