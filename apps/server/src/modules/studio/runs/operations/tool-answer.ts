/** What the model gets to read of a tool, and whether the tool did its work. */
export interface ToolAnswer {
  ok: boolean;
  output: string;
  /** The run of the prompt that answered. */
  partId?: string;
}

export const answered = (output: string): ToolAnswer => ({ ok: true, output });
export const failed = (output: string): ToolAnswer => ({ ok: false, output });
