import { defineMessages } from './catalogue.ts';
import { shell } from './en/shell.ts';
import { ui } from './en/ui.ts';
import { wire } from './en/wire.ts';

/** The text of the design system, the frame and the wire. A module has its own `t` in its messages.ts. */
export const uiText = defineMessages('ui', ui);
export const shellText = defineMessages('shell', shell);
export const wireText = defineMessages('wire', wire);
