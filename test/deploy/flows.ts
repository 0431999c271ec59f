import { ofKind, type Manifest } from './helm.ts';

interface Peer {
  readonly podSelector?: Selector;
  readonly namespaceSelector?: Selector;
  readonly ipBlock?: { readonly cidr: string };
}
interface Selector {
  readonly matchLabels?: Readonly<Record<string, string>>;
}
interface Rule {
  readonly from?: readonly Peer[];
  readonly to?: readonly Peer[];
  readonly ports: readonly { readonly port: number }[];
}
interface Policy {
  readonly spec: { readonly podSelector: Selector; readonly policyTypes: readonly string[]; readonly ingress?: readonly Rule[]; readonly egress?: readonly Rule[] };
}

/** What may talk to what, as `from -> to:port`: once as the senders are let out, once as the receivers let in. */
export function flowsOf(manifests: readonly Manifest[]): { readonly out: readonly string[]; readonly into: readonly string[] } {
  const policies = ofKind<Policy>(manifests, 'NetworkPolicy').map(({ spec }) => spec);
  const out = policies.flatMap(({ podSelector, egress = [] }) => egress.flatMap(({ to = [], ports }) => pairs(to, ports).map(([peer, port]) => `${nameOf({ podSelector })} -> ${peer}:${port}`)));
  const into = policies.flatMap(({ podSelector, ingress = [] }) => ingress.flatMap(({ from = [], ports }) => pairs(from, ports).map(([peer, port]) => `${peer} -> ${nameOf({ podSelector })}:${port}`)));
  return { out: sorted(out), into: sorted(into) };
}

/** Whether everything that no policy lets through is refused, both ways, for every pod of the namespace. */
export function deniesByDefault(manifests: readonly Manifest[]): boolean {
  return ofKind<Policy>(manifests, 'NetworkPolicy').some(
    ({ spec }) => Object.keys(spec.podSelector).length === 0 && spec.policyTypes.join() === 'Ingress,Egress' && spec.ingress === undefined && spec.egress === undefined,
  );
}

export function sorted(flows: readonly string[]): readonly string[] {
  return [...new Set(flows)].sort();
}

function pairs(peers: readonly Peer[], ports: Rule['ports']): readonly (readonly [string, number])[] {
  return peers.flatMap((peer) => ports.map(({ port }) => [nameOf(peer), port] as const));
}

function nameOf({ podSelector, namespaceSelector, ipBlock }: Peer): string {
  if (ipBlock) return ipBlock.cidr;
  if (namespaceSelector) return `namespace ${namespaceSelector.matchLabels?.['kubernetes.io/metadata.name']}`;
  const labels = podSelector?.matchLabels ?? {};
  return labels['app.kubernetes.io/component'] ?? labels['cnpg.io/cluster'] ?? 'anybody';
}
