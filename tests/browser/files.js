// Files to choose in forms: small photos, one that is broken, a paper, and an invoice.

import { crc32, deflateSync } from 'node:zlib';

/** A PNG of one colour, as a file to choose. */
function picture(name, [red, green, blue], width = 64, height = 48) {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const row = Buffer.from([0, ...Array(width).fill([red, green, blue]).flat()]);
  const rows = Buffer.concat(Array(height).fill(row));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return { name, mimeType: 'image/png', buffer: Buffer.concat([signature, ...parts]) };
}

/** Node before 22.2 has no `zlib.crc32`. */
function crc(bytes) {
  if (crc32) return crc32(bytes);
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return ~sum >>> 0;
}

export const RED = picture('röd.png', [200, 60, 50]);
export const BLUE = picture('blå.png', [50, 70, 190], 48, 64);
export const BROKEN = { ...RED, name: 'trasig.png', buffer: RED.buffer.subarray(0, 60) };
/** A quarter of a second of a tone, in a WAV. */
export const SOUND = { name: 'slag.wav', mimeType: 'audio/wav', buffer: wave(2000) };
export const PAPER = { name: 'kvitto.txt', mimeType: 'text/plain', buffer: Buffer.from('Kvitto: 249 kr') };

/** So many samples of eight bits, 8000 a second. */
function wave(samples) {
  const head = Buffer.from('RIFF....WAVEfmt ....................data....', 'latin1');
  head.writeUInt32LE(36 + samples, 4);
  head.writeUInt32LE(16, 16);
  for (const [at, value] of [[20, 1], [22, 1], [32, 1], [34, 8]]) head.writeUInt16LE(value, at);
  for (const at of [24, 28]) head.writeUInt32LE(8000, at);
  head.writeUInt32LE(samples, 40);
  return Buffer.concat([head, Buffer.from(Array.from({ length: samples }, (_, at) => 128 + Math.round(60 * Math.sin(at / 3))))]);
}

/** A PDF of one page with these lines, in ASCII. */
function pdf(name, lines) {
  const content = `BT /F1 18 Tf 60 760 Td 26 TL ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >> stream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const at = objects.map((object, index) => {
    const from = file.length;
    file += `${index + 1} 0 obj ${object} endobj\n`;
    return `${String(from).padStart(10, '0')} 00000 n \n`;
  });
  const table = file.length;
  file += `xref\n0 6\n0000000000 65535 f \n${at.join('')}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(file) };
}

export const INVOICE = pdf('faktura.pdf', [
  'Elbyn AB',
  'Fakturanummer: 20417',
  'Fakturadatum: 2024-03-14',
  'Artikel              Antal      Pris',
  'Vattenkokare VK 7      1      499,00',
  'Serienummer: VK7A0012345',
  'Skarvsladd 3 m         2      158,00',
  'Att betala                    657,00 kr',
]);
