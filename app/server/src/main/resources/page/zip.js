// Files as one zip, uncompressed: what the service takes in, without a library for it.

const TABLE = Array.from({length: 256}, (unused, number) => {
  let value = number;
  for (let bit = 0; bit < 8; bit++) {
    value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  }
  return value >>> 0;
});

function checksum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum = TABLE[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

// Little-endian numbers, [bytes, value] each.
function packed(fields) {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [size]) => sum + size, 0)));
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) {
      view.setUint16(at, value, true);
    } else {
      view.setUint32(at, value, true);
    }
    at += size;
  }
  return view.buffer;
}

const UTF8 = 0x0800;
const DAY = 0x21; // 1 January 1980: when it was sent is not part of what was sent

// files: [name, bytes] each
export function zip(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  let length = 0;
  for (const [path, bytes] of files) {
    const name = new TextEncoder().encode(path);
    const common = [[2, 20], [2, UTF8], [2, 0], [2, 0], [2, DAY], [4, checksum(bytes)], [4, bytes.length], [4, bytes.length], [2, name.length], [2, 0]];
    parts.push(packed([[4, 0x04034b50], ...common]), name, bytes);
    directory.push(packed([[4, 0x02014b50], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]), name);
    offset += 30 + name.length + bytes.length;
    length += 46 + name.length;
  }
  const end = packed([[4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, length], [4, offset], [2, 0]]);
  return new Blob([...parts, ...directory, end], {type: "application/zip"});
}
