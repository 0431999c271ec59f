export { type Bar, type Block, type Chart, chineseDate, type Column, type Form, type FormBox, type FormRow, type Heading, type Note, type Paper, type Paragraph, type Signature, type Table } from './paper.js';
export { attachment, paperFile } from './paper-file.js';
export { MEDIA_TYPES, PAPER_FORMATS, type PaperFormat, renderPaper } from './paper-format.js';
export { PaperQuery } from './paper-query.js';
export { AnswersFile } from './paper-route.js';
