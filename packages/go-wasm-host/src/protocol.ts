import { EngineError, engineErrorCodes } from "./error.ts";
import type { EngineErrorCode } from "./error.ts";
import type { FileTree } from "./tree.ts";

/**
 * The wire between the host and an engine; its other side is go/host/protocol.go.
 *
 * Host to engine: `slipway_buffer(size)` gives room for the operation's name and the request, `slipway_call` runs it and
 * answers through `respond`. Engine to host: `read`, `list`, `real` and `call` return the size of an answer, which `take` then
 * copies to where the engine made room for it. Text is UTF-8; requests, responses and listings are JSON.
 */
export const moduleName = "slipway";
const absent = -1;
const failed = -2;

export type HostCalls = Readonly<Record<string, (request: unknown) => unknown>>;

export interface Exports {
  buffer(size: number): number;
  call(operationSize: number, requestSize: number): void;
  initialize(): void;
}

export interface Conversation {
  imports: Record<string, (...args: number[]) => unknown>;
  /** Runs one call; throws what the tree or a host call threw, unchanged, even if the engine carried on without it. */
  run(exports: Exports, operation: string, request: unknown, tree: FileTree): unknown;
}

/** The engine stopped in the middle of its work, and its instance with it. */
export class Trap extends Error {
  override readonly name = "Trap";
}

/** Runs code of the engine. */
export function trapping(run: () => void): void {
  try {
    run();
  } catch (cause) {
    throw new Trap("the engine stopped", { cause });
  }
}

type Answer = { response: unknown } | { error: EngineError };

export function createConversation(memory: WebAssembly.Memory, hostCalls: HostCalls): Conversation {
  const bytes = (at: number, size: number) => new Uint8Array(memory.buffer, at >>> 0, size >>> 0);
  const text = (at: number, size: number) => Buffer.from(bytes(at, size)).toString("utf8");
  let tree: FileTree | undefined;
  let pending: Uint8Array = new Uint8Array();
  let answer: Answer | undefined;
  let fault: { thrown: unknown } | undefined;

  const reply = (make: () => Uint8Array | undefined): number => {
    try {
      const content = make();
      if (!content) return absent;
      pending = content;
      return content.length;
    } catch (thrown) {
      fault ??= { thrown };
      return failed;
    }
  };

  return {
    imports: {
      read: (at = 0, size = 0) => reply(() => tree?.read(text(at, size))),
      list: (at = 0, size = 0) =>
        reply(() => {
          const entries = tree?.list(text(at, size));
          return entries && Buffer.from(JSON.stringify(entries));
        }),
      real: (at = 0, size = 0) =>
        reply(() => {
          const path = text(at, size);
          return Buffer.from(tree?.realPath?.(path) ?? path);
        }),
      call: (nameAt = 0, nameSize = 0, at = 0, size = 0) =>
        reply(() => {
          const name = text(nameAt, nameSize);
          const hostCall = hostCalls[name];
          if (!hostCall)
            throw new EngineError("crashed", `the engine asked for "${name}", which its host does not offer`);
          return Buffer.from(JSON.stringify(hostCall(JSON.parse(text(at, size))) ?? null));
        }),
      take(at = 0) {
        bytes(at, pending.length).set(pending);
        pending = new Uint8Array();
      },
      respond(isError = 0, at = 0, size = 0) {
        const content: unknown = JSON.parse(text(at, size));
        answer = isError ? { error: parseError(content) } : { response: content };
      },
    },
    run(exports, operation, request, files) {
      tree = files;
      answer = undefined;
      fault = undefined;
      try {
        const name = Buffer.from(operation);
        const body = Buffer.from(JSON.stringify(request ?? null));
        trapping(() => {
          const at = exports.buffer(name.length + body.length);
          bytes(at, name.length).set(name);
          bytes(at + name.length, body.length).set(body);
          exports.call(name.length, body.length);
        });
        return result(answer, fault);
      } finally {
        tree = undefined;
      }
    },
  };
}

function result(answer: Answer | undefined, fault: { thrown: unknown } | undefined): unknown {
  if (fault) throw fault.thrown;
  if (!answer) throw new EngineError("crashed", "the engine ended the call without an answer");
  if ("error" in answer) throw answer.error;
  return answer.response;
}

function parseError(content: unknown): EngineError {
  const { code, message, detail } = { code: "", message: "", detail: "", ...(content as object | null) };
  return new EngineError(isErrorCode(code) ? code : "crashed", message, { detail: detail || undefined });
}

const isErrorCode = (code: string): code is EngineErrorCode => engineErrorCodes.some((known) => known === code);
