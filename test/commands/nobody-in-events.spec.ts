import { allContracts } from '@hotline/contracts';
import { fieldComments } from '../../deploy/commands/asyncapi/field-comments.ts';
import { schemaOf, type JsonSchema } from '../../deploy/commands/asyncapi/json-schema.ts';

/**
 * Every field of an event that is neither a closed list, an id, a moment, a number nor a flag, with where its words come from. Whoever
 * adds one says here why nobody's name, number or words can get into it.
 */
const FREE_TEXT: Readonly<Record<string, string>> = {
  // Codes of the county's own directory, subject tree, policy and calendar.
  'unit': 'unit code, county or prefecture',
  'ticket.dispatched lead': 'unit code',
  'ticket.dispatched assisting[]': 'unit codes',
  'ticket.return-asked suggestedUnit': 'unit code',
  'ticket.result-entered missingOpinions[]': 'unit codes',
  'unit.recorded code': 'unit code',
  'unit.recorded name': 'name of an office, by the administrator of the directory',
  'unit.recorded responsibilities[]': 'matters of an office, by the administrator of the directory',
  'unit.recorded mergedInto': 'unit code',
  'ticket.registered subject': 'class of the matter out of the subject tree, chosen by the operator',
  'ticket.corrected subject': 'class of the matter out of the subject tree, chosen by the operator',
  'topic.found subject': 'the same of its tickets',
  'ticket.registered townCode': 'code of a township',
  'ticket.corrected townCode': 'code of a township',
  'topic.found townCode': 'code of a township',
  'topic.found label': 'words of the subject tree or of several tickets at once, names taken out (see libs/domain/src/topic)',
  'article': 'article of the regulation, by the program',
  'policy': 'id of a policy pack',
  'calendar': 'versions of calendar years',
  'cause': 'reason code, by the program',
  'appraisal.period-frozen scheme': 'id of a policy pack',
  'appraisal.period-frozen hash': 'SHA-256',
  'ticket.visited basis': 'reason code, by the program',
  'identity.viewed purpose': 'purpose code; the words of the purpose stay in intake',
  'identity.viewed viewer': 'subject of the access token of the official who looked, no name',
  'extension.granted decidedBy': 'county or prefecture',
  'extension.refused decidedBy': 'county or prefecture',
  'calendar.horizon-near layer': 'layer of the calendar',
  // Published notices.
  'calendar.published source': 'title of a published notice',
  'calendar.published publishedBy': 'office that published it',
  'calendar.published daysOff[].reason': 'name of a holiday',
  'calendar.published daysWorked[].reason': 'name of a holiday',
  // Local dates.
  ...Object.fromEntries(['dueOn', 'from', 'to', 'date', 'daysOff[].date', 'daysWorked[].date', 'reviewOn', 'changedOn', 'reportedOn', 'prefectureDueOn'].map((field) => [field, 'local date'])),
  // Numbers and ids that the county or another system runs.
  'clockId': 'UUID, by the program',
  'extensionId': 'UUID, by the program',
  'escalationId': 'UUID, by the program',
  'visitId': 'ticket and dispatch, by the program',
  'certificateNo': 'running number, by the program',
  'orderNo': 'running number, by the program',
  'ticket.registered number': 'running number, by the program',
  'ticket.registered origin': 'name of the system from which a past ticket came, by who imports it',
  'ticket.registered externalId': 'id of a past ticket in that system, by who imports it',
  'ticket.registered prefectureNumber': 'number of a transfer, by the prefecture',
  'receipt': 'number of a decision, by the prefecture',
};

/** Words in the name of a field that would tell who somebody is, or what they said. */
const TELLING = /petitioner(?!Kind)|name|phone|mobile|contact(?!edAt|able)|address|email|person|identity|title|text|words|content|note|reason|remark|description|answer(?!edAt)|place|location/i;
const ALLOWED_TELLING = ['unit.recorded name', 'daysOff[].reason', 'daysWorked[].reason', 'ticket.dispatch-withdrawn reason'];

interface Field {
  readonly event: string;
  readonly name: string;
  readonly schema: JsonSchema;
}

function fieldsOf(event: string, schema: JsonSchema, prefix = ''): Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = prefix + name;
    if (field.items) return field.items.properties ? fieldsOf(event, field.items, `${path}[].`) : [{ event, name: `${path}[]`, schema: field.items }];
    return [{ event, name: path, schema: field }];
  });
}

const comments = fieldComments();
const fields = allContracts().flatMap((made) => fieldsOf(made.name.replace(/\.v\d+$/, ''), schemaOf(made, comments)));
const isFreeText = ({ schema }: Field): boolean => [schema.type].flat().includes('string') && !schema.enum && !schema.format;
const named = (list: readonly string[], { event, name }: Field): string | undefined => [name, `${event} ${name}`].find((each) => list.includes(each));

describe('[Art. 10] no event can carry identity', () => {
  it('has no free text but what is listed with where it comes from, and the list holds nothing else', () => {
    const free = fields.filter(isFreeText);
    expect(free.filter((field) => !named(Object.keys(FREE_TEXT), field)).map(({ event, name }) => `${event} ${name}`)).toEqual([]);
    const used = new Set(free.map((field) => named(Object.keys(FREE_TEXT), field)));
    expect(Object.keys(FREE_TEXT).filter((listed) => !used.has(listed))).toEqual([]);
  });

  it('has no field whose name speaks of a person or of words, but for the names of offices and holidays', () => {
    expect(fields.filter((field) => TELLING.test(field.name) && !named(ALLOWED_TELLING, field)).map(({ event, name }) => `${event} ${name}`)).toEqual([]);
  });

  it('is deep in no event: what is not a plain value is a list of plain values or of days', () => {
    const kinds = new Set(fields.map(({ schema }) => [schema.type].flat().filter((type) => type !== 'null').join()));
    expect(kinds).toEqual(new Set(['string', 'integer', 'boolean']));
  });
});
