import { expect, it } from '@jest/globals';
import { searchTerms, searchVector, snippetOf } from './search-words.js';

const cut = (text: string): string[] => text.split(' ').filter((word) => word !== '');

it('[Art. 5] lets title and keywords weigh more than the text, and keeps no position twice', () => {
  const vector = searchVector({ title: '医保 缴费', text: '缴费 时间', keywords: ['医保'], subject: null, source: '' }, cut);
  expect(vector).toBe(`'医保':1A,3A '缴费':2A,4C '时间':5C`);
});

it('asks for single characters only when there is nothing longer', () => {
  expect(searchTerms('医保 怎 缴费', cut)).toEqual(['医保', '缴费']);
  expect(searchTerms('水 电', cut)).toEqual(['水', '电']);
});

it('shows the piece of the text that answers', () => {
  const text = `${'前'.repeat(100)}缴费时间${'后'.repeat(200)}`;
  expect(snippetOf(text, ['缴费', '缴费时间'])).toBe(`…${'前'.repeat(30)}缴费时间${'后'.repeat(86)}…`);
  expect(snippetOf('短文', ['缴费'])).toBe('短文');
});
