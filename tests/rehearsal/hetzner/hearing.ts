import { type Emulator, type EmulatorOptions, type Exchange, startEmulator } from "hcloud-emulator";
import { type Description, loadDescription } from "./description.ts";

/** An emulator whose every answer is held against the description, while a judge speaks to it. */
export interface Hearing {
  emulator: Emulator;
  /** What the judge's program has to know. */
  env: Record<string, string>;
  description: Description | undefined;
  /** Operations that were asked for. */
  seen: Set<string>;
  answers: number;
  problems: Set<string>;
}

export async function openHearing(options: EmulatorOptions = {}): Promise<Hearing> {
  const description = loadDescription();
  const seen = new Set<string>();
  const problems = new Set<string>();
  const hear = (exchange: Exchange): void => {
    hearing.answers += 1;
    if (exchange.operation !== undefined) seen.add(`${exchange.method} ${exchange.operation}`);
    for (const problem of description?.problems(exchange) ?? []) problems.add(problem);
  };
  const emulator = await startEmulator({
    speed: 2000,
    tokens: { judge: {}, reader: { access: "read" } },
    onExchange: hear,
    ...options,
  });
  const env = { HCLOUD_ENDPOINT: emulator.url, HCLOUD_TOKEN: "judge", HCLOUD_READ_TOKEN: "reader" };
  const hearing: Hearing = { emulator, env, description, seen, answers: 0, problems };
  return hearing;
}

/** One line for the log: how many answers were held against the description. */
export function summary(who: string, { description, seen, answers, problems }: Hearing): string {
  if (description === undefined) return `${who}: ${answers} answers, not held against the OpenAPI description`;
  const known = description.operations.filter((name) => seen.has(name)).length;
  return `${who}: ${answers} answers from ${known} of ${description.operations.length} operations held against the OpenAPI description, ${problems.size} problems`;
}
