import { expect, it } from "vitest";
import { SlipwayError } from "../model/error.ts";
import { runDevHetzner } from "./dev-command.ts";
import type { Terminal } from "./terminal.ts";

function recordedTerminal(onOut: (text: string) => void): Terminal {
  return { out: onOut, err: () => undefined, width: undefined, colour: false, live: false, env: {} };
}

const options = { port: 0, token: "secret", speed: 100 };

it("says how to use the emulated Hetzner, serves it, and stops when interrupted", async () => {
  const interrupted = new AbortController();
  const { promise: told, resolve } = Promise.withResolvers<string>();
  const stopped = runDevHetzner(options, recordedTerminal(resolve), interrupted.signal);
  const text = await told;
  const endpoint = /HCLOUD_ENDPOINT=(\S+) HCLOUD_TOKEN=secret/.exec(text)?.[1];
  const answer = await fetch(`${endpoint}/locations`, { headers: { Authorization: "Bearer secret" } });
  expect(answer.status).toBe(200);
  interrupted.abort();
  expect(await stopped).toBe(0);
  await expect(fetch(`${endpoint}/locations`)).rejects.toThrow(/fetch failed/);
});

it("names the port that is in use", async () => {
  const interrupted = new AbortController();
  const { promise: told, resolve } = Promise.withResolvers<string>();
  const first = runDevHetzner(options, recordedTerminal(resolve), interrupted.signal);
  const port = Number(/127\.0\.0\.1:(\d+)/.exec(await told)?.[1]);
  const second = runDevHetzner(
    { ...options, port },
    recordedTerminal(() => undefined),
    interrupted.signal,
  );
  await expect(second).rejects.toThrow(SlipwayError);
  await expect(second).rejects.toThrow(`port ${port} is in use`);
  interrupted.abort();
  await first;
});
