import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { suggestion } from '@hotline/domain';
import { ConfigError } from '@hotline/http';

/** The subject tree of a file; throws {@link ConfigError} with every place that is wrong. */
export function readSubjectTree(path: string): suggestion.SubjectTree {
  const parsed = suggestion.parseSubjectTree(contentOf(path));
  if (!parsed.ok) throw new ConfigError(`配置错误：HOTLINE_SUBJECTS ${path} 不能使用（共 ${parsed.problems.length} 处）：\n${parsed.problems.join('\n')}`);
  return parsed.tree;
}

function contentOf(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8')) as unknown;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ConfigError(`配置错误：HOTLINE_SUBJECTS ${path} 无法读取（${(error as { linePos?: unknown }).linePos ? message.split('\n', 1)[0] : code}）。例如 HOTLINE_SUBJECTS=deploy/subjects/county.yaml`);
  }
}
