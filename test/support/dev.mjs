/**
 * `npm run dev`: compiles on every change, and restarts the gateway with the result. Ctrl-c ends both.
 */
import { spawn } from 'node:child_process';

const run = (...args) => spawn(process.execPath, args, { stdio: 'inherit' });

const children = [
  run('node_modules/typescript/bin/tsc', '-p', 'src', '--watch', '--preserveWatchOutput'),
  run('--watch-path=dist', '--watch-path=schema', '--watch-preserve-output', 'dist/cli/main.js', 'serve'),
];

for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => children.forEach((child) => child.kill(name)));
for (const child of children) child.on('exit', () => children.forEach((other) => other.kill()));
