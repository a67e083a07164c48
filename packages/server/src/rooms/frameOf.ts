/** A binary message that is whole in its frame, as a server sends it (RFC 6455, section 5.2). */
const WHOLE_BINARY = 0x82;
/** The largest lengths that the second byte, and the two after it, can say. */
const [SHORT, LONG] = [125, 0xffff];

const frames = new WeakMap<Uint8Array, Buffer>();

/** The message as the frame of a WebSocket, made once for all who are sent it. The message must not be changed afterwards. */
export function frameOf(message: Uint8Array): Buffer {
  let frame = frames.get(message);
  if (!frame) frames.set(message, (frame = Buffer.concat([header(message.length), message])));
  return frame;
}

function header(length: number): Buffer {
  if (length <= SHORT) return Buffer.from([WHOLE_BINARY, length]);
  const bytes = Buffer.alloc(length <= LONG ? 4 : 10);
  bytes[0] = WHOLE_BINARY;
  bytes[1] = length <= LONG ? 126 : 127;
  if (length <= LONG) bytes.writeUInt16BE(length, 2);
  else bytes.writeBigUInt64BE(BigInt(length), 2);
  return bytes;
}
