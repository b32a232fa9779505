import { describe, expect, it } from "vitest";
import { SlipwayError } from "../model/error.ts";
import type { Clock } from "../model/ports.ts";
import { reportSeparator } from "./cloud-init/readiness.ts";
import type { Connection } from "./ssh/connection.ts";
import { waitForServer } from "./wait.ts";

/** Time that passes only while somebody sleeps. */
function manualClock(): Clock {
  let now = 0;
  return {
    now: () => now,
    sleep: async (milliseconds, signal) => {
      await Promise.resolve();
      signal?.throwIfAborted();
      now += milliseconds;
    },
  };
}

const status = (word: string): string => JSON.stringify({ status: word });
const booted = (word: string): string =>
  ["1", JSON.stringify({ instance: "1", status: "done", step: "done", warnings: [] }), status(word)].join(
    `\n${reportSeparator}\n`,
  );

/** A server that answers each login with the next of these: an error's code, or what the server reports over and over. */
function serverThat(...answers: readonly (ReturnType<typeof failing> | readonly string[])[]) {
  const lines: string[] = [];
  const clock = manualClock();
  let login = 0;
  let open = 0;
  const connect = async (): Promise<Connection> => {
    await Promise.resolve();
    const answer = answers[Math.min(login, answers.length - 1)]!;
    login += 1;
    if (answer instanceof SlipwayError) throw answer;
    let asked = 0;
    open += 1;
    return {
      endpoint: { address: "203.0.113.7" },
      run: () => Promise.resolve(answer[Math.min(asked++, answer.length - 1)]!),
      attempt: () => Promise.resolve({ code: 0, stdout: "the last line of the log\n", stderr: "" }),
      forward: () => Promise.reject(new Error("nobody asks for a tunnel")),
      [Symbol.asyncDispose]: async () => {
        await Promise.resolve();
        open -= 1;
      },
    };
  };
  const note = (message: string): void => void lines.push(message);
  const log = { debug: note, info: note, warning: note };
  return { ports: { connect, clock, log }, lines, clock, open: () => open };
}

const failing = (code: "SLW-SSH-UNREACHABLE" | "SLW-SSH-HOST-KEY" | "SLW-SSH-IPV6" | "SLW-SSH-LOST"): SlipwayError =>
  new SlipwayError(code, `the server says ${code}`, { hint: "look at its console" });

describe("waiting for a server", () => {
  it("tells each thing it waits for, and hands over the connection", async () => {
    const { ports, lines, open } = serverThat(failing("SLW-SSH-UNREACHABLE"), failing("SLW-SSH-UNREACHABLE"), [
      booted("running"),
      booted("done"),
    ]);
    await waitForServer(ports);
    expect(lines).toEqual([
      "0.0 s: waiting for SSH to answer",
      "3.0 s: waiting for cloud-init, which is running",
      "3.0 s: the server is ready",
    ]);
    expect(open()).toBe(1);
  });

  it("is never silent for longer than the limit, and says what it was told last", async () => {
    const { ports, lines } = serverThat(failing("SLW-SSH-UNREACHABLE"));
    const error = await waitForServer(ports, { total: 35_000 }).catch((thrown: unknown) => thrown);
    expect(lines).toEqual([
      "0.0 s: waiting for SSH to answer",
      ...["10.0", "20.0", "30.0"].map(
        (at) => `${at} s: waiting for SSH to answer (last: the server says SLW-SSH-UNREACHABLE)`,
      ),
    ]);
    expect(error).toMatchObject({
      code: "SLW-SERVER-WAIT",
      message: "not ready after 35 s: still waiting for SSH to answer; last: the server says SLW-SSH-UNREACHABLE",
      hint: "look at its console",
    });
  });

  it("bears a wrong host key only as long as it may be the image's own", async () => {
    const settles = serverThat(failing("SLW-SSH-HOST-KEY"), failing("SLW-SSH-HOST-KEY"), [booted("done")]);
    await waitForServer(settles.ports);
    const stays = serverThat(failing("SLW-SSH-HOST-KEY"));
    await expect(waitForServer(stays.ports)).rejects.toMatchObject({ code: "SLW-SSH-HOST-KEY" });
    expect(stays.clock.now()).toBe(15_000);
  });

  it("ends at once where waiting cannot help", async () => {
    const noWay = serverThat(failing("SLW-SSH-IPV6"));
    await expect(waitForServer(noWay.ports)).rejects.toMatchObject({ code: "SLW-SSH-IPV6" });
    expect(noWay.clock.now()).toBe(0);
  });

  it("shows the end of the log when the first boot failed, and leaves no connection behind", async () => {
    const { ports, open } = serverThat([
      ["1", "", JSON.stringify({ status: "error", errors: ["no disk"] })].join(`\n${reportSeparator}\n`),
    ]);
    await expect(waitForServer(ports)).rejects.toMatchObject({
      code: "SLW-SERVER-BOOT",
      message: expect.stringMatching(/cloud-init reports no disk[\s\S]*the last line of the log/) as unknown,
    });
    expect(open()).toBe(0);
  });

  it("stops when it is told to", async () => {
    const { ports } = serverThat(failing("SLW-SSH-UNREACHABLE"));
    const stop = new AbortController();
    const waiting = waitForServer({
      ...ports,
      signal: stop.signal,
      clock: { ...ports.clock, sleep: async () => stop.abort(new Error("enough")) },
    });
    await expect(waiting).rejects.toThrow("enough");
  });
});
