/** Makes an empty cluster and ends; run by open-embedded.ts as a process of its own. */
import { startDatabaseThread } from './thread.ts';

const [directory] = process.argv.slice(2);
if (!directory) throw new Error('usage: create-cluster <directory>');
const thread = await startDatabaseThread({ dataDirectory: directory, template: null });
await thread.close();
