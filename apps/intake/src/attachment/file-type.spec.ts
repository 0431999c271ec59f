import { describe, expect, it } from '@jest/globals';
import { FILE_TYPES, fileTypeOf, safeFileName, type FileTypeName } from './file-type.js';

const ALL = Object.keys(FILE_TYPES) as FileTypeName[];
const zip = (entry: string) => Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(26), Buffer.from(entry)]);

describe('[Art. 2] what a file is', () => {
  it.each([
    ['jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'x.jpg'],
    ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'x'],
    ['pdf', Buffer.from('%PDF-1.7'), 'x.exe'],
    ['docx', zip('[Content_Types].xml'), '合同.DOCX'],
    ['xlsx', zip('_rels/.rels'), '名单.xlsx'],
    ['wav', Buffer.from('RIFF....WAVE'), 'a.wav'],
    ['webp', Buffer.from('RIFF....WEBP'), 'a.webp'],
    ['amr', Buffer.from('#!AMR\n'), 'a.amr'],
    ['mp4', Buffer.from('....ftypisom'), 'a.mp4'],
  ])('is told by its bytes: %s', (type, head, name) => {
    expect(fileTypeOf(head, name, ALL)).toBe(type);
  });

  it.each([
    ['a program', Buffer.from('MZ......'), 'photo.jpg'],
    ['a page', Buffer.from('<!doctype html><script>'), 'photo.png'],
    ['a picture of vectors', Buffer.from('<svg onload=alert(1)>'), 'x.svg'],
    ['an archive called a document', zip('evil.exe'), 'x.docx'],
    ['a document of macros', zip('[Content_Types].xml'), 'x.docm'],
    ['nothing', Buffer.alloc(0), 'x.pdf'],
  ])('%s is refused, whatever it is called', (_, head, name) => {
    expect(fileTypeOf(head, name, ALL)).toBeUndefined();
  });

  it('is refused where the county does not take its type', () => {
    expect(fileTypeOf(Buffer.from('%PDF-1.7'), 'x.pdf', ['png', 'jpeg'])).toBeUndefined();
  });
});

describe('the name under which a file is saved', () => {
  it.each([
    ['现场照片.jpg', 'jpeg', '现场照片.jpg'],
    ['../../etc/passwd', 'pdf', 'passwd.pdf'],
    ['C:\\Users\\张三\\照片.JPEG', 'jpeg', '照片.JPEG'],
    ['发票.pdf.exe', 'pdf', '发票_pdf_exe.pdf'],
    ['a\u202egpj.exe', 'jpeg', 'agpj_exe.jpg'],
    ['x"\r\nSet-Cookie: a=b.png', 'png', 'xSet-Cookie a=b.png'],
    ['', 'png', '附件.png'],
    ['...', 'png', '附件.png'],
    [`${'长'.repeat(300)}.png`, 'png', `${'长'.repeat(100)}.png`],
  ] as const)('%j becomes %s %s', (given, type, safe) => {
    expect(safeFileName(given, type)).toBe(safe);
  });
});
