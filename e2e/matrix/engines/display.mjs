// A screen that nobody sees, for an engine that has no headless mode.
import { spawn } from 'node:child_process';

let started;

async function start() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '3840x2400x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const name = await new Promise((ready, failed) => {
    server.on('error', failed);
    server.on('exit', (code) => failed(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3].once('data', (number) => ready(`:${number.toString().trim()}`));
  });
  server.unref();
  server.stdio[3].unref();
  process.on('exit', () => server.kill());
  return { name, stop: () => server.kill() };
}

/** The name of the screen; started when first asked for, stopped at the end of the run. */
export async function display() {
  started ??= start();
  return (await started).name;
}
