import { parseArgs } from 'node:util';
import { startScriptedProvider } from './start-scripted-provider.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4010' } } });
const provider = await startScriptedProvider({ port: Number(values.port) });
process.stdout.write(`The scripted provider listens. Base addresses:\n`);
for (const [protocol, address] of Object.entries(provider.baseUrls)) {
  process.stdout.write(`  ${protocol.padEnd(18)} ${address}\n`);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    provider.close().then(() => process.exit(0));
  });
}
