import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

const block = 512;

const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, "0")}\0`;

function header(path: string, size: number): Buffer {
  const bytes = Buffer.alloc(block);
  bytes.write(path, 0, 100, "utf8");
  bytes.write(octal(0o644, 8), 100, "latin1");
  bytes.write(octal(0, 8), 108, "latin1");
  bytes.write(octal(0, 8), 116, "latin1");
  bytes.write(octal(size, 12), 124, "latin1");
  bytes.write(octal(0, 12), 136, "latin1");
  bytes.write("        ", 148, "latin1");
  bytes.write("0", 156, "latin1");
  bytes.write("ustar\x0000", 257, "latin1");
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return bytes;
}

/** A tar archive (POSIX ustar) of small files. */
export function tar(files: Record<string, string | Uint8Array>): Buffer {
  const parts = Object.entries(files).flatMap(([path, content]) => {
    const bytes = Buffer.from(content);
    const padding = Buffer.alloc((block - (bytes.length % block)) % block);
    return [header(path, bytes.length), bytes, padding];
  });
  return Buffer.concat([...parts, Buffer.alloc(2 * block)]);
}

/** A chart as `helm package` lays it out, the same bytes every time. */
export function chartArchive(name: string, version: string, extra: Record<string, string | Uint8Array> = {}): Buffer {
  const files: Record<string, string | Uint8Array> = {
    [`${name}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\nversion: ${JSON.stringify(version)}\n`,
    [`${name}/values.yaml`]: "replicas: 1\n",
    [`${name}/templates/configmap.yaml`]:
      "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\ndata:\n  replicas: {{ .Values.replicas | quote }}\n",
  };
  for (const [path, content] of Object.entries(extra)) files[`${name}/${path}`] = content;
  return gzipSync(tar(files), { level: 9 });
}

export function hexDigest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
