import { gzipSync } from "node:zlib";

const blockSize = 512;

/** A packed chart: a gzipped tar whose files lie below one folder, named like the chart. */
export function packChart(name: string, files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const blocks = Object.entries(files).flatMap(([path, content]) => [
    header(`${name}/${path}`, content.length),
    padded(content),
  ]);
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(2 * blockSize)]));
}

function header(path: string, size: number): Buffer {
  const block = Buffer.alloc(blockSize);
  block.write(path, 0);
  block.write("0000644\0", 100);
  block.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  block.write("00000000000\0", 136);
  block.write("        0", 148);
  block.write("ustar\u000000", 257, "latin1");
  const checksum = block.reduce((sum, byte) => sum + byte, 0);
  block.write(`${checksum.toString(8).padStart(6, "0")}\0 `, 148);
  return block;
}

function padded(content: Uint8Array): Buffer {
  return Buffer.concat([content, Buffer.alloc((blockSize - (content.length % blockSize)) % blockSize)]);
}
