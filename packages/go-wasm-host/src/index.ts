export { compileEngine } from "./compile.ts";
export { EngineError } from "./error.ts";
export type { EngineErrorCode } from "./error.ts";
export type { HostCalls } from "./protocol.ts";
export { createReactor } from "./reactor.ts";
export type { Reactor, ReactorOptions } from "./reactor.ts";
export { emptyTree } from "./tree.ts";
export type { DirEntry, FileTree, Read } from "./tree.ts";
