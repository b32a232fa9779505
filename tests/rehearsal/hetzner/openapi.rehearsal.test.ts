import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { changedOperations, deviations } from "./deviations.ts";
import { type Call, everyOperation } from "./every-operation.ts";
import { type Hearing, openHearing, summary } from "./hearing.ts";

const action = z.object({ id: z.number(), resources: z.array(z.object({ type: z.string() })) });
const answers = z.record(z.string(), z.unknown());
const address = z.object({ ip: z.string() });
const kept = z.object({
  id: z.number(),
  ip: z.string().optional(),
  public_net: z.object({ ipv4: address.nullable() }).optional(),
});

describe("every operation of the API", () => {
  let hearing: Hearing;
  const ids = new Map<string, number | string>();
  const unexpected: string[] = [];
  beforeAll(async () => {
    // Every action is finished before the next call, so that nothing is locked.
    hearing = await openHearing({ speed: Number.POSITIVE_INFINITY });
    for (const call of everyOperation) await make(call);
  });
  afterAll(() => hearing.emulator.close());

  const filled = (text: string): string => text.replaceAll(/\{([\w-]+)\}/g, (_, name: string) => String(ids.get(name)));

  async function make({ method, path, body, keep, refused }: Call): Promise<void> {
    const text = body === undefined ? undefined : filled(JSON.stringify(body)).replaceAll(/"(\d{7,})"/g, "$1");
    const answer = await fetch(`${hearing.emulator.url}${filled(path)}`, {
      method,
      headers: { Authorization: "Bearer judge" },
      ...(text === undefined ? {} : { body: text }),
    });
    const content = await answer.text();
    if (answer.ok === (refused ?? false)) unexpected.push(`${method} ${path} ${answer.status} ${content}`);
    if (content === "" || !answer.ok) return;
    const told = answers.parse(JSON.parse(content));
    if (keep !== undefined) {
      const { id, ip, public_net } = kept.parse(told[keep]);
      ids.set(keep, id).set(`${keep}-address`, ip ?? public_net?.ipv4?.ip ?? "");
    }
    for (const one of [told["action"], ...z.array(z.unknown()).catch([]).parse(told["actions"])]) {
      const parsed = action.safeParse(one);
      if (!parsed.success) continue;
      for (const { type } of parsed.data.resources) ids.set(`action-of-${type}`, parsed.data.id);
    }
  }

  it("does what it is asked", () => {
    expect(unexpected).toEqual([]);
  });

  it("answers as the OpenAPI description says", () => {
    console.log(summary("every operation", hearing));
    expect([...hearing.problems]).toEqual([]);
  });

  it("is there: none of the description's is missing", () => {
    const missing = (hearing.description?.operations ?? []).filter((name) => !hearing.seen.has(name));
    expect(missing).toEqual([]);
    expect(hearing.seen.size).toBeGreaterThanOrEqual(160);
  });

  it("is excused only where the API itself has changed", () => {
    console.log(deviations.map(({ why, source }) => `deviates: ${why} (${source})`).join("\n"));
    console.log(
      Object.entries(changedOperations)
        .map(([name, why]) => `deviates: ${name} ${why}`)
        .join("\n"),
    );
    expect(Object.keys(changedOperations).filter((name) => !hearing.seen.has(name))).toEqual([]);
  });

  it("leaves nothing behind that costs", () => {
    expect(hearing.emulator.billing.open("default")).toEqual([]);
  });
});
