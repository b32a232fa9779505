import { gzipSync } from "node:zlib";

interface TarFields {
  /** The type of the entry; a regular file by default. */
  flag?: string;
  /** Where a link leads. */
  target?: string;
  /** In place of the content's own size, in octal. */
  size?: string;
}

/** One entry of a tar archive (POSIX ustar). */
export function tarEntry(name: string, text: string, { flag = "0", target = "", size }: TarFields = {}): Buffer {
  const content = Buffer.from(text);
  const header = Buffer.alloc(512);
  header.write(name, 0, 100);
  header.write("0000644\0", 100);
  header.write("0000000\0", 108);
  header.write("0000000\0", 116);
  header.write(`${size ?? content.length.toString(8).padStart(11, "0")}\0`, 124);
  header.write("00000000000\0", 136);
  header.write("        ", 148);
  header.write(flag, 156);
  header.write(target, 157, 100);
  header.write("ustar\u000000", 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return Buffer.concat([header, content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
}

export const tarOf = (...entries: Uint8Array[]): Buffer => Buffer.concat([...entries, Buffer.alloc(1024)]);

/** A gzipped tar of texts by path, as `helm package` would make it. */
export function packArchive(files: Readonly<Record<string, string>>): Uint8Array {
  return gzipSync(tarOf(...Object.entries(files).map(([name, text]) => tarEntry(name, text))));
}
