import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { history } from '@hotline/domain';
import { root } from '../../local/workspace.mjs';
import { UsageFault } from '../usage-fault.ts';
import type { Mapping } from './mapping.ts';

const SHIPPED = join(root, 'deploy/mappings');
const SECTIONS = ['columns', 'values', 'defaults', 'byHash', 'constants', 'ignore'] as const;

/** A mapping with the name by which it is cited. */
export interface NamedMapping {
  readonly name: string;
  readonly mapping: Mapping;
}

/** Every mapping that the project ships. */
export function shippedMappings(): readonly NamedMapping[] {
  return readdirSync(SHIPPED)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readMapping(join(SHIPPED, name)));
}

/** Reads a mapping file; a usage fault names everything in it that cannot be right. */
export function readMapping(file: string): NamedMapping {
  const parsed = parseMapping(textOf(file));
  if (parsed.problems.length > 0) throw new UsageFault(`映射文件 ${file} 有问题：${parsed.problems.join('；')}`, 'the mapping file is wrong');
  return { name: basename(file), mapping: parsed.mapping };
}

/** Reads the text of a mapping file and collects its problems, in Chinese, each with its place. */
export function parseMapping(text: string): { readonly mapping: Mapping; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const written = sectionsOf(text, problems);
  const section = (name: (typeof SECTIONS)[number]): Record<string, unknown> => columnsOf(name, written[name], problems);
  const mapping: Mapping = {
    columns: each(section('columns'), (value, at) => textAt(value, at, problems), 'columns'),
    values: each(section('values'), (value, at) => wordsAt(value, at, problems), 'values'),
    defaults: each(section('defaults'), (value, at) => textAt(value, at, problems), 'defaults'),
    byHash: each(section('byHash'), (value, at) => choiceAt(value, at, problems), 'byHash'),
    constants: each(section('constants'), (value, at) => textAt(value, at, problems), 'constants'),
    ignore: textsAt(written['ignore'] ?? [], 'ignore', problems),
  };
  return { mapping, problems };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageFault(`找不到映射文件 ${file}：请核对路径`, 'no such mapping file');
  }
}

function sectionsOf(text: string, problems: string[]): Record<string, unknown> {
  try {
    const written: unknown = parse(text);
    if (!isRecord(written)) problems.push(`应当写有 ${SECTIONS.join('、')} 中的至少一节`);
    else {
      const unknown = Object.keys(written).filter((name) => !SECTIONS.some((section) => section === name));
      if (unknown.length > 0) problems.push(`不认识的节 ${unknown.join('、')}，可用：${SECTIONS.join('、')}`);
      return written;
    }
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    problems.push(`不是有效的 YAML（第 ${error.linePos?.[0].line ?? 1} 行）`);
  }
  return {};
}

function columnsOf(name: string, section: unknown, problems: string[]): Record<string, unknown> {
  if (section === undefined || section === null) return {};
  if (!isRecord(section)) {
    problems.push(`${name} 应当按列名逐行书写`);
    return {};
  }
  for (const key of Object.keys(section)) {
    if (!history.HISTORY_COLUMNS.some((column) => column === key)) problems.push(`${name} 中的 ${key} 不是规定的列，可用：${history.HISTORY_COLUMNS.join('、')}`);
  }
  return section;
}

function each<T>(section: Record<string, unknown>, read: (value: unknown, at: string) => T, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(section).map(([column, value]) => [column, read(value, `${name}.${column}`)]));
}

function textAt(value: unknown, at: string, problems: string[]): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  problems.push(`${at} 应当是一段文字`);
  return '';
}

function wordsAt(value: unknown, at: string, problems: string[]): Record<string, string | null> {
  if (isRecord(value)) return each(value, (word, where) => (word === null ? null : textAt(word, where, problems)), at) as Record<string, string | null>;
  problems.push(`${at} 应当逐行写明“文件中的词: 代码”`);
  return {};
}

function choiceAt(value: unknown, at: string, problems: string[]): { over: history.HistoryColumn; among: readonly string[] } {
  const { over, among } = isRecord(value) ? value : {};
  const column = history.HISTORY_COLUMNS.find((candidate) => candidate === over);
  const choices = textsAt(among, `${at}.among`, problems);
  if (!column) problems.push(`${at}.over 应当是规定的一列`);
  else if (choices.length === 0) problems.push(`${at}.among 至少要有一项`);
  return { over: column ?? 'externalId', among: choices };
}

function textsAt(value: unknown, at: string, problems: string[]): readonly string[] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  problems.push(`${at} 应当是文字的列表`);
  return [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
