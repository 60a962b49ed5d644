import { commonUsage } from './arguments.ts';
import { signIn, signInUsage } from './commands/sign-in.ts';
import { signOut, signOutUsage } from './commands/sign-out.ts';
import { test, testUsage } from './commands/test.ts';
import { type CliEnvironment, readEnvironment } from './environment.ts';
import { Failure } from './failure.ts';
import { openTerminal, type Terminal } from './terminal.ts';

interface Command {
  run(args: string[], environment: CliEnvironment, terminal: Terminal): Promise<number>;
  usage: string;
  purpose: string;
}

const commands: Readonly<Record<string, Command>> = {
  test: { run: test, usage: testUsage, purpose: 'run a suite, for CI' },
  'sign-in': { run: signIn, usage: signInUsage, purpose: 'make a token for programs' },
  'sign-out': { run: signOut, usage: signOutUsage, purpose: 'end a token' },
};

const overview = `promptvault COMMAND [options]

${Object.entries(commands)
  .map(([name, { purpose }]) => `  ${name.padEnd(12)}${purpose}`)
  .join('\n')}

promptvault COMMAND --help says more.`;

async function run(args: string[]): Promise<number> {
  const [name = '', ...rest] = args;
  const environment = readEnvironment();
  const terminal = openTerminal(environment.plain);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  const asksHelp = (words: readonly string[]) => words.some((word) => word === '--help' || word === '-h');
  if (!command) {
    const isHelp = name === 'help' || asksHelp([name]);
    if (!isHelp) throw new Failure(name === '' ? overview : `There is no command “${name}”.\n\n${overview}`);
    terminal.out(overview);
    return 0;
  }
  if (asksHelp(rest)) {
    terminal.out(`${command.usage}\n\n${commonUsage}`);
    return 0;
  }
  return command.run(rest, environment, terminal);
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
