import { createHash } from "node:crypto";

/**
 * As much of WASI preview 1 as Go's runtime needs: clocks, random numbers, output and exit. There are no files, no
 * arguments but the program's name and no environment but the garbage collector's settings, so a result depends on nothing but its input.
 * https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md
 */
export interface WasiOptions {
  /** What the wall clock always says, in milliseconds since 1970. */
  wallClock: number;
  /** Milliseconds from a clock that goes on; Go's scheduler needs one. */
  monotonicClock: () => number;
  environment: Readonly<Record<string, string>>;
  memory: WebAssembly.Memory;
}

export interface Wasi {
  imports: Record<string, (...args: never[]) => unknown>;
  /** The end of what the program wrote to stdout and stderr. */
  output(): string;
  /** Starts the random numbers again, so that a call does not depend on the calls before it. */
  reseed(): void;
}

/** Thrown through the module when the program exits: the only way to leave it. */
class ProgramExit extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`exit status ${status}`);
    this.status = status;
  }
}

const errno = { success: 0, badf: 8, inval: 28, nosys: 52 } as const;
const programName = [Buffer.from("engine\0")];
const keptOutput = 64 * 1024;

export function createWasi({ wallClock, monotonicClock, environment, memory }: WasiOptions): Wasi {
  const view = () => new DataView(memory.buffer);
  const bytes = (at: number, length: number) => new Uint8Array(memory.buffer, at >>> 0, length >>> 0);
  const variables = Object.entries(environment).map(([key, value]) => Buffer.from(`${key}=${value}\0`));
  let output = Buffer.alloc(0);
  let random = randomBytes();

  const imports = {
    args_sizes_get: (count: number, size: number) => putSizes(programName, count, size),
    args_get: (pointers: number, at: number) => put(programName, pointers, at),
    environ_sizes_get: (count: number, size: number) => putSizes(variables, count, size),
    environ_get: (pointers: number, at: number) => put(variables, pointers, at),
    clock_time_get(clock: number, _precision: bigint, at: number) {
      const milliseconds = clock === 0 ? wallClock : monotonicClock();
      view().setBigUint64(at, BigInt(Math.round(milliseconds * 1e6)), true);
      return errno.success;
    },
    random_get(at: number, length: number) {
      bytes(at, length).set(random(length));
      return errno.success;
    },
    fd_write(descriptor: number, vectors: number, count: number, written: number) {
      if (descriptor !== 1 && descriptor !== 2) return errno.badf;
      let size = 0;
      for (let vector = vectors; vector < vectors + 8 * count; vector += 8) {
        const length = view().getUint32(vector + 4, true);
        output = Buffer.concat([output, bytes(view().getUint32(vector, true), length)]).subarray(-keptOutput);
        size += length;
      }
      view().setUint32(written, size, true);
      return errno.success;
    },
    /** Every descriptor but the standard three is unknown, which also tells Go that there are no preopened directories. */
    fd_fdstat_get(descriptor: number, at: number) {
      if (descriptor > 2) return errno.badf;
      bytes(at, 24).fill(0);
      return errno.success;
    },
    fd_fdstat_set_flags: (descriptor: number) => (descriptor > 2 ? errno.badf : errno.success),
    fd_prestat_get: () => errno.badf,
    fd_close: () => errno.badf,
    fd_read: () => errno.badf,
    sched_yield: () => errno.success,
    /** Every subscription fires at once: a sleeping Go program looks at its clock and asks again. */
    poll_oneoff(subscriptions: number, events: number, count: number, fired: number) {
      for (let index = 0; index < count; index++) {
        const event = events + 32 * index;
        const subscription = subscriptions + 48 * index;
        bytes(event, 32).fill(0);
        bytes(event, 8).set(bytes(subscription, 8));
        view().setUint8(event + 10, view().getUint8(subscription + 8));
      }
      view().setUint32(fired, count, true);
      return count === 0 ? errno.inval : errno.success;
    },
    proc_exit(status: number) {
      throw new ProgramExit(status);
    },
  };

  function putSizes(strings: Buffer[], countAt: number, sizeAt: number): number {
    view().setUint32(countAt, strings.length, true);
    view().setUint32(sizeAt, Buffer.concat(strings).length, true);
    return errno.success;
  }

  function put(strings: Buffer[], pointers: number, at: number): number {
    for (const [index, text] of strings.entries()) {
      view().setUint32(pointers + 4 * index, at, true);
      bytes(at, text.length).set(text);
      at += text.length;
    }
    return errno.success;
  }

  return {
    imports,
    output: () => output.toString("utf8"),
    reseed() {
      random = randomBytes();
    },
  };
}

/** What a function that the sandbox does not have answers: "not supported". */
export const unsupported = (): number => errno.nosys;

/** The same stream of bytes each time; their only use is to be different from one another. */
function randomBytes(): (length: number) => Uint8Array {
  let counter = 0;
  let rest = Buffer.alloc(0);
  return (length) => {
    const blocks = [rest];
    for (let size = rest.length; size < length; size += 64) {
      blocks.push(createHash("sha512").update(`slipway ${counter++}`).digest());
    }
    const all = Buffer.concat(blocks);
    rest = all.subarray(length);
    return all.subarray(0, length);
  };
}
