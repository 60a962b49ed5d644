/** Reads the environment, assembles the application, listens, and drains when told to stop. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { assemble } from './assembly/assemble.ts';
import { listen } from './assembly/listen.ts';
import { settlePort } from './assembly/settle-port.ts';
import { startExitCode, startProblem } from './assembly/start-problem.ts';
import { readEnvironment, secretsOf } from './foundation/env.ts';
import { createLog } from './foundation/log/create-log.ts';
import { returnMemoryOfStart } from './foundation/memory/return-memory.ts';

const drainMs = 10_000;

const read = readEnvironment();
if ('problem' in read) {
  process.stderr.write(`PromptVault cannot start.\n${read.problem}\n`);
  process.exit(2);
}
const given = read.ok;
const log = createLog({
  level: given.log.level,
  form: given.log.form,
  secrets: secretsOf(given),
});
for (const name of given.unknownNames) log.warn(`${name} is set but means nothing; is it misspelt?`);
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

try {
  const environment = await settlePort(given);
  const application = await assemble({
    environment,
    log,
    version,
    webDirectory: fileURLToPath(new URL('../../web/dist', import.meta.url)),
    onStep: (step) =>
      log.debug('started', { step, rssMegabytes: Math.round(process.memoryUsage.rss() / 1e6) }),
  });
  const listening = await listen(application, environment);
  process.stdout.write(`\n  PromptVault is ready: ${environment.http.publicUrl}\n\n`);
  returnMemoryOfStart();

  let stopping = false;
  const stop = async (why: string, code: number) => {
    if (stopping) return;
    stopping = true;
    log.info(`stopping: ${why}`);
    setTimeout(() => process.exit(code || 1), drainMs).unref();
    try {
      await listening.close();
      await application.close();
      process.exit(code);
    } catch (error) {
      log.error('the stop was not clean', { error });
      process.exit(1);
    }
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(signal, () => void stop(signal, 0));
  application.services.db.lost.then((error) => {
    log.error('the database is lost', { error });
    return stop('the database is lost', 1);
  });
  process.on('unhandledRejection', (error) =>
    log.error('a promise was rejected and nobody looked', { error }),
  );
} catch (error) {
  const sentence = startProblem(error, given);
  if (sentence) process.stderr.write(`PromptVault cannot start.\n${sentence}\n`);
  else log.error('PromptVault cannot start', { error });
  process.exit(startExitCode(error));
}
