const magic = 0xfd2fb528;
/** Bytes of the dictionary's id, by the two lowest bits of the descriptor. */
const dictionaryBytes = [0, 1, 2, 4];

/** How many bytes a zstd frame decompresses to, as its header says (RFC 8878, 3.1.1.1). Throws where it does not say. */
export function contentSize(frame: Buffer): number {
  if (frame.length < 18 || frame.readUInt32LE(0) !== magic) throw new TypeError("not an engine: no zstd frame");
  const descriptor = frame.readUInt8(4);
  const singleSegment = (descriptor & 0x20) !== 0;
  const at = 5 + (singleSegment ? 0 : 1) + (dictionaryBytes[descriptor & 3] ?? 0);
  switch (descriptor >> 6) {
    case 1:
      return frame.readUInt16LE(at) + 256;
    case 2:
      return frame.readUInt32LE(at);
    case 3:
      return Number(frame.readBigUInt64LE(at));
    default:
      if (singleSegment) return frame.readUInt8(at);
      throw new TypeError("not an engine: a zstd frame that does not say how large its content is");
  }
}
