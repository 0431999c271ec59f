import { contract } from './contract.js';
import { Code, InstantText, TicketId } from './field-rules.js';

export class ArchiveDisposedV1 {
  @TicketId() ticketId!: string;
  @Code() certificateNo!: string;
  @InstantText() disposedAt!: string;
}

export const archiveDisposedV1 = contract('archive.disposed.v1', ArchiveDisposedV1, {
  producer: 'supervision',
  promise: 'The file of a ticket was disposed of after its retention, with approval; every service destroys the words it holds (Art. 20).',
  subject: 'archive:{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', certificateNo: '销毁〔2021〕1号', disposedAt: '2021-03-01T02:00:00.000Z' },
});
