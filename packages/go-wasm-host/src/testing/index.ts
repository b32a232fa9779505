export { buildEngine, buildModule } from "./build-engine.ts";
export { folderTree, readFolder } from "./folder-tree.ts";
export { memoryTree } from "./memory-tree.ts";
export { goEnvironment, hasGo, nativeTool } from "./native-tools.ts";
export type { NativeTool } from "./native-tools.ts";
