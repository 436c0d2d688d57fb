import type { WriteStream } from 'node:tty';
import { UserError } from '../errors.ts';

/** Exit codes of every command. */
export const EXIT = { ok: 0, refused: 1, usage: 2 } as const;

type Stream = Pick<WriteStream, 'write'> & { readonly isTTY?: boolean };

/** Whether a stream takes colour: a terminal, and nobody asked for none (https://no-color.org). */
export const takesColour = (stream: Stream): boolean =>
  stream.isTTY === true && (process.env.NO_COLOR ?? '') === '' && process.env.TERM !== 'dumb';

const styled =
  (code: number) =>
  (text: string, stream: Stream = process.stdout) =>
    takesColour(stream) ? `\u001b[${code}m${text}\u001b[0m` : text;

export const bold = styled(1);
export const faint = styled(2);
export const red = styled(31);
export const green = styled(32);

/** One line to whoever runs the command. */
export const say = (line = ''): void => void process.stdout.write(`${line}\n`);

/** Tells what went wrong and how to mend it, and gives the exit code. A bug of ours shows its stack: this is the owner's terminal. */
export function complain(error: unknown): number {
  if (error instanceof UserError) {
    process.stderr.write(`${red('error', process.stderr)}: ${error.message}\n  ${error.extensions.hint}\n`);
    return EXIT.usage;
  }
  process.stderr.write(
    `${red('unexpected error', process.stderr)}: ${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return EXIT.refused;
}
