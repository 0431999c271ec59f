import { ApiProperty } from '@nestjs/swagger';
import { Text } from '@hotline/http';
import { history } from '@hotline/domain';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject } from 'class-validator';

const MOST_ROWS = 200;

/** Past tickets, one row each with the documented columns; a wrong row is told in the answer and hurts no other. */
export class HistoryBody {
  @ApiProperty({
    type: 'array',
    minItems: 1,
    maxItems: MOST_ROWS,
    items: { type: 'object', properties: Object.fromEntries(history.HISTORY_COLUMNS.map((column) => [column, {}])), additionalProperties: false },
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ROWS)
  @IsObject({ each: true })
  rows!: Record<string, unknown>[];
}

export class HistoryProblemView {
  @ApiProperty({ example: 'closedAt' }) field!: string;
  @ApiProperty({ example: 'times-not-in-order' }) slug!: string;
  @ApiProperty({ description: '问题所在与改法' }) message!: string;
}

/** What became of one row; the order is that of the request. */
export class HistoryRowOutcome {
  @ApiProperty({ enum: ['created', 'unchanged', 'refused'] }) outcome!: 'created' | 'unchanged' | 'refused';
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) ticketId!: string | null;
  @ApiProperty({ type: [HistoryProblemView] }) problems!: readonly HistoryProblemView[];
}

export class HistoryOutcome {
  @ApiProperty({ type: [HistoryRowOutcome] }) rows!: readonly HistoryRowOutcome[];
  @ApiProperty({ type: 'integer' }) created!: number;
  @ApiProperty({ type: 'integer' }) unchanged!: number;
  @ApiProperty({ type: 'integer' }) refused!: number;
}

export class HistoryStatusQuery {
  @Text(120, { description: '来源系统' }) source!: string;
}

/** How far the services have come with the tickets of one source. */
export class HistoryStatus {
  @ApiProperty({ type: 'integer' }) registered!: number;
  @ApiProperty({ type: 'integer' }) dispatched!: number;
  @ApiProperty({ type: 'integer' }) closed!: number;
}
