// Sends an answer over the wire: at once, piece by piece, slowly, or only in part.

const PIECE = 1460;

const after = (ms) => new Promise((done) => setTimeout(done, ms));

/** A line that all answers of a server share. Without a limit it takes everything at once. */
export function line() {
  let bytesPerSecond = Infinity;
  let latencyMs = 0;
  let free = 0;
  return {
    limit(bytes, latency) {
      bytesPerSecond = bytes;
      latencyMs = latency;
    },
    get latencyMs() {
      return latencyMs;
    },
    get isLimited() {
      return Number.isFinite(bytesPerSecond);
    },
    /** Waits until a piece has gone over the line. */
    async take(bytes) {
      const now = performance.now();
      free = Math.max(free, now) + (bytes / bytesPerSecond) * 1000;
      if (free - now >= 1) await after(free - now);
    },
  };
}

/** Writes a piece and waits until there is room for the next. */
function written(response, bytes) {
  return new Promise((done) => {
    if (response.destroyed || response.write(bytes)) {
      done();
      return;
    }
    const goOn = () => {
      response.off('drain', goOn).off('close', goOn);
      done();
    };
    response.on('drain', goOn).on('close', goOn);
  });
}

/** Sends `{ status, headers, bytes }` with what is wrong about it; what stalls is put into `held`, to be let go. */
export async function deliver(response, { status, headers, bytes }, fault, way, held) {
  const own = fault.bytesPerSecond ? line() : way;
  if (fault.bytesPerSecond) own.limit(fault.bytesPerSecond, fault.latencyMs ?? 0);
  const latencyMs = fault.latencyMs ?? way.latencyMs;
  if (latencyMs) await after(latencyMs);
  const stopAt = fault.stopAt === undefined ? bytes.length : Math.floor(bytes.length * fault.stopAt);
  if (fault.stop === 'drop' && stopAt === 0) {
    response.destroy();
    return;
  }
  response.writeHead(status, fault.chunked ? headers : { ...headers, 'content-length': bytes.length });
  const isWhole = !own.isLimited && !fault.chunked;
  const send = async (from, to) => {
    const step = isWhole ? Math.max(to - from, 1) : PIECE;
    for (let at = from; at < to && !response.destroyed; at += step) {
      const piece = bytes.subarray(at, Math.min(at + step, to));
      await own.take(piece.length);
      await written(response, piece);
    }
  };
  await send(0, stopAt);
  if (fault.stop === 'drop') {
    response.destroy();
    return;
  }
  if (fault.stop === 'stall') {
    let goOn;
    await new Promise((go) => {
      goOn = go;
      held.add(go);
      response.once('close', go);
    });
    held.delete(goOn);
  }
  await send(stopAt, bytes.length);
  response.end();
}
