/** As much of the WebAssembly JavaScript API as the host uses; TypeScript has it only together with all of the DOM. */
declare namespace WebAssembly {
  type ImportValue = Memory | ((...args: never[]) => unknown);
  type Exports = Readonly<Record<string, unknown>>;

  class Module {
    private constructor();
    static imports(module: Module): { module: string; name: string; kind: string }[];
    static customSections(module: Module, name: string): ArrayBuffer[];
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, ImportValue>>);
    readonly exports: Exports;
  }
  class Memory {
    constructor(limits: { initial: number; maximum?: number });
    readonly buffer: ArrayBuffer;
  }
  class RuntimeError extends Error {}
  function compile(bytes: Uint8Array<ArrayBuffer>): Promise<Module>;
}
