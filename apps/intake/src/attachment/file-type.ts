/** One kind of file that may be attached: how its first bytes look, what it is called, what it is served as. */
interface FileType {
  readonly extensions: readonly [string, ...string[]];
  readonly mediaType: string;
  readonly begins: (head: Buffer) => boolean;
}

/** As many bytes as the longest look below needs. */
export const HEAD_BYTES = 64;

const bytes = (...values: readonly number[]) => (head: Buffer): boolean => head.subarray(0, values.length).equals(Buffer.from(values));
const text = (at: number, word: string) => (head: Buffer): boolean => head.subarray(at, at + word.length).toString('latin1') === word;
const both = (one: (head: Buffer) => boolean, other: (head: Buffer) => boolean) => (head: Buffer): boolean => one(head) && other(head);
const office = (head: Buffer): boolean => bytes(0x50, 0x4b, 3, 4)(head) && ['[Content_Types]', '_rels/', 'docProps/', 'word/', 'xl/'].some((entry) => text(30, entry)(head));

/** Pictures, documents and recordings; nothing that a browser or an office would run. */
export const FILE_TYPES = {
  jpeg: { extensions: ['jpg', 'jpeg'], mediaType: 'image/jpeg', begins: bytes(0xff, 0xd8, 0xff) },
  png: { extensions: ['png'], mediaType: 'image/png', begins: bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  gif: { extensions: ['gif'], mediaType: 'image/gif', begins: text(0, 'GIF8') },
  webp: { extensions: ['webp'], mediaType: 'image/webp', begins: both(text(0, 'RIFF'), text(8, 'WEBP')) },
  pdf: { extensions: ['pdf'], mediaType: 'application/pdf', begins: text(0, '%PDF-') },
  docx: { extensions: ['docx'], mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', begins: office },
  xlsx: { extensions: ['xlsx'], mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', begins: office },
  mp3: { extensions: ['mp3'], mediaType: 'audio/mpeg', begins: (head) => text(0, 'ID3')(head) || [0xfb, 0xf3, 0xf2].some((second) => bytes(0xff, second)(head)) },
  wav: { extensions: ['wav'], mediaType: 'audio/wav', begins: both(text(0, 'RIFF'), text(8, 'WAVE')) },
  amr: { extensions: ['amr'], mediaType: 'audio/amr', begins: text(0, '#!AMR') },
  mp4: { extensions: ['mp4', 'm4a'], mediaType: 'video/mp4', begins: text(4, 'ftyp') },
} as const satisfies Record<string, FileType>;
export type FileTypeName = keyof typeof FILE_TYPES;

/** What a file is by its first bytes, whatever it claims; its name only tells apart what begins alike. Undefined for anything else. */
export function fileTypeOf(head: Buffer, name: string, allowed: readonly FileTypeName[]): FileTypeName | undefined {
  const fitting = allowed.filter((type) => FILE_TYPES[type].begins(head));
  return fitting.find((type) => hasExtension(name, type)) ?? (fitting.length === 1 && !ambiguous(fitting[0]) ? fitting[0] : undefined);
}

function ambiguous(type: FileTypeName | undefined): boolean {
  return type === 'docx' || type === 'xlsx';
}

function hasExtension(name: string, type: FileTypeName): boolean {
  return FILE_TYPES[type].extensions.some((extension) => name.toLowerCase().endsWith(`.${extension}`));
}

const LONGEST = 100;
/** Control characters, those that turn the direction of writing, and what file systems and shells take for something else. */
const UNWANTED = new RegExp('[\\u0000-\\u001f\\u007f-\\u009f\\u200b-\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff/\\\\:*?"<>|;`$]', 'g');

/** A name under which a file can be saved anywhere and is opened as what it is: no path, no control characters, the extension of its type. */
export function safeFileName(given: string, type: FileTypeName): string {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(UNWANTED, '').replace(/^[\s.]+|[\s.]+$/g, '');
  const [extension] = FILE_TYPES[type].extensions;
  const stem = hasExtension(clean, type) ? clean.slice(0, clean.lastIndexOf('.')) : clean.replaceAll('.', '_');
  const kept = [...stem].slice(0, LONGEST).join('').trim();
  return `${kept === '' ? '附件' : kept}.${hasExtension(clean, type) ? clean.slice(clean.lastIndexOf('.') + 1) : extension}`;
}
