import { execFileSync } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('long work goes below those who answer readers, and so do its threads', () => {
  const module = fileURLToPath(new URL('../../src/cli/give-way.ts', import.meta.url));
  const script = `
    import { getPriority } from 'node:os';
    import { Worker } from 'node:worker_threads';
    import { giveWay } from ${JSON.stringify(module)};
    giveWay();
    const code = "import { getPriority } from 'node:os'; import { parentPort } from 'node:worker_threads'; parentPort.postMessage(getPriority());";
    const thread = new Worker(new URL('data:text/javascript,' + encodeURIComponent(code)));
    thread.on('message', (inThread) => console.log(JSON.stringify([getPriority(), inThread])));`;
  const printed = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
  const [here, inThread] = JSON.parse(String(printed));
  expect(here).toBeGreaterThanOrEqual(constants.priority.PRIORITY_BELOW_NORMAL);
  expect(inThread).toBe(here);
});
