import { SourceProblem } from "./problem.ts";

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`;

/** The connection ended before the announced length; worth another attempt. */
class TruncatedBody extends Error {
  readonly code = "UND_ERR_SOCKET";
}

/** Bytes announced for the body as it will be read; unknown when the transfer is compressed. */
function announcedLength(headers: Headers): number | undefined {
  const length = headers.get("content-length");
  const encoded = headers.has("content-encoding") && headers.get("content-encoding") !== "identity";
  return length === null || encoded || !/^[0-9]+$/.test(length) ? undefined : Number(length);
}

/** Reads a body of at most `maxBytes` and checks that all that was announced arrived. */
export async function readBody(response: Response, maxBytes: number, where: string): Promise<Uint8Array> {
  const announced = announcedLength(response.headers);
  const tooLarge = new SourceProblem(`${where} is larger than the ${megabytes(maxBytes)} that are read`);
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (announced !== undefined && announced > maxBytes) {
    await response.body?.cancel();
    throw tooLarge;
  }
  if (!response.body) return new Uint8Array();
  try {
    for await (const chunk of response.body) {
      length += chunk.length;
      if (length > maxBytes) throw tooLarge;
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof SourceProblem || (error instanceof Error && error.name !== "TypeError")) throw error;
    throw new TruncatedBody(brokenOff(length, announced), { cause: error });
  }
  if (announced !== undefined && length !== announced) throw new TruncatedBody(brokenOff(length, announced));
  return Buffer.concat(chunks);
}

function brokenOff(length: number, announced: number | undefined): string {
  return `the answer broke off after ${length}${announced === undefined ? "" : ` of ${announced}`} bytes`;
}
