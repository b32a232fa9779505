import { connect, createServer, type Socket } from "node:net";

export interface DroppingProxy extends AsyncDisposable {
  url: string;
  /** How many sockets were cut. */
  dropped: number;
  drop(): void;
}

/** A way to the API server that can be cut. */
export async function startDroppingProxy(target: string): Promise<DroppingProxy> {
  const port = Number(new URL(target).port);
  const open = new Set<Socket>();
  const server = createServer((inner) => {
    const outer = connect(port, "127.0.0.1");
    for (const [from, to] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      open.add(from);
      from.pipe(to);
      from.on("error", () => to.destroy());
      from.on("close", () => {
        open.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const proxy: DroppingProxy = {
    url: `https://127.0.0.1:${typeof address === "object" ? address?.port : 0}`,
    dropped: 0,
    drop() {
      proxy.dropped += open.size;
      for (const socket of open) socket.destroy();
    },
    async [Symbol.asyncDispose]() {
      proxy.drop();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
  return proxy;
}
