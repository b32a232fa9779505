import { z } from "zod";
import { SlipwayError } from "../../model/error.ts";

/** What the server says about its host keys: public halves, undefined where there is none. */
export interface HostKeyState {
  /** The key in sshd's place. A running sshd may still show the one before. */
  current: string;
  /** The one that came with user-data. */
  injected?: string | undefined;
  /** The one that is to take over, or just has. */
  next?: string | undefined;
}

/**
 * What is still to be done until the server shows a key that only it knows. `prepare` makes the next key, `announce` lets the caller pin it
 * beside the present one, `activate` puts it in place and restarts sshd, `confirm` logs in with the new key alone and lets the caller pin only that, `clean`
 * removes what is left. An interrupted rotation is the same list without what was done.
 */
const rotationSteps = ["prepare", "announce", "activate", "confirm", "clean"] as const;
export type RotationStep = (typeof rotationSteps)[number];

export function remainingSteps({ current, injected, next }: HostKeyState): readonly RotationStep[] {
  if (next !== undefined) return rotationSteps.slice(rotationSteps.indexOf("announce"));
  // Nothing is left over on the server, but the caller may have been stopped before it pinned the new key alone.
  if (current !== injected) return ["confirm"];
  return rotationSteps;
}

const line = z.string().regex(/^ssh-ed25519 [A-Za-z0-9+/=]+$/);
const answer = z.object({ current: line, injected: line.optional(), next: line.optional() });

/** Lines of `name ssh-ed25519 AAAA…`. */
export function parseHostKeyState(output: string): HostKeyState {
  const entries = output
    .trim()
    .split("\n")
    .map((text) => /^(\w+) (\S+ \S+)/.exec(text)?.slice(1, 3) ?? []);
  const parsed = answer.safeParse(Object.fromEntries(entries));
  if (parsed.success) return parsed.data;
  throw new SlipwayError(
    "SLW-SERVER-COMMAND",
    `the server did not say which host keys it has, but: ${output.slice(0, 200)}`,
    {
      hint: "Look at its console: ls -l /etc/ssh /etc/slipway",
    },
  );
}
