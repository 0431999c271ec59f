import type { HotlineApi } from './hotline-api.ts';
import { UsageFault } from './usage-fault.ts';

/** The source that every ticket of the sample names. */
const SAMPLE_SOURCE = 'yuanmou-demo';

/**
 * Refuses to mix the sample with a county's own tickets by a usage fault. Where the sample is in already nothing is mixed any
 * more; a page of 200 is enough to find another ticket, since the sample has fewer.
 */
export async function refuseMixing(api: HotlineApi): Promise<void> {
  const { registered } = await api.get<{ readonly registered: number }>('/intake/v1/history/status', { source: SAMPLE_SOURCE });
  if (registered > 0) return;
  const { items } = await api.get<{ readonly items: readonly { readonly source: string | null }[] }>('/intake/v1/tickets', { limit: '200' });
  if (items.every(({ source }) => source === SAMPLE_SOURCE)) return;
  throw new UsageFault('平台上已有其他来源的工单，演示工单会混入统计且不能删除，没有导入任何内容：确实要导入请用 npm run demo -- --yes', 'there are other tickets: --yes brings the sample in beside them');
}
