import type { AuditAnchor } from './audit-anchor.js';
import { BEFORE_THE_FIRST, sealOf, type AuditContent } from './audit-chain.js';

/** What was found at a position of the chain, at a row, or both. */
export interface AuditFinding {
  readonly kind:
    | 'row-edited' // does not fit its seal; at the last position without an anchor it may be the seal that was edited
    | 'row-removed'
    | 'row-reordered' // stands in the place of another
    | 'row-inserted' // neither sealed nor waiting for it
    | 'words-erased-off-record'
    | 'seal-edited'
    | 'seal-removed' // from `position` up to `upTo`; with it, whether the row after it is the one that was sealed
    | 'tail-cut' // the same at the end
    | 'rewritten' // the chain is whole but another than the one that was anchored: somewhere from `position` up to `upTo`
    | 'left-unsealed';
  readonly position?: number;
  readonly upTo?: number;
  /** Id of the row. */
  readonly entry?: string;
}

/** A seal and the row it stands for, if that is still there. */
export interface Link<Content extends AuditContent = AuditContent> {
  readonly position: number;
  readonly entry: string;
  readonly hash: string;
  readonly content: Content | undefined;
}

interface Suspect extends Link {
  readonly content: AuditContent;
  /** The seal before it. */
  readonly previous: string;
}

/** Each is tried in the place of each other, which takes two hashes: some seconds at most. */
const MOST_TRIED = 1_000;

/** Goes along the chain seal by seal. Each is checked against the seal that is stored before it, so that one tampering is one finding and not all that follow. */
export class ChainWalk {
  readonly #findings: AuditFinding[] = [];
  readonly #edited: Suspect[] = [];
  readonly #anchors: Map<number, AuditAnchor[]>;
  readonly #count: number;
  #position = 0;
  /** The seal before; undefined where it is gone. */
  #previous: string | undefined = BEFORE_THE_FIRST;
  /** The link before, if it did not fit: whether its row or its seal was edited shows in the next. */
  #suspect: Suspect | undefined;
  #lastAnchored = 0;
  /** Whether the last anchor passed told of another chain; those after it follow from it. */
  #rewritten = false;

  constructor(anchors: readonly AuditAnchor[]) {
    this.#anchors = Map.groupBy(anchors, ({ position }) => position);
    this.#count = anchors.length;
  }

  get position(): number {
    return this.#position;
  }

  get anchors(): number {
    return this.#count;
  }

  take(link: Link): void {
    if (link.position !== this.#position + 1) this.#missing(link.position);
    const { content } = link;
    if (!content) this.#findings.push({ kind: 'row-removed', position: link.position, entry: link.entry });
    const fits = content !== undefined && this.#previous !== undefined && sealOf(link.position, this.#previous, content) === link.hash;
    const suspect = this.#settle(content && !fits ? { ...link, content } : undefined);
    this.#suspect = suspect && content && this.#previous !== undefined ? { ...link, content, previous: this.#previous } : undefined;
    this.#compare(link);
    this.#position = link.position;
    this.#previous = link.hash;
  }

  /** All that was found, once the last seal was taken. */
  end(): readonly AuditFinding[] {
    this.#settle(undefined);
    const furthest = Math.max(0, ...this.#anchors.keys());
    if (furthest > this.#position) this.#findings.push({ kind: 'tail-cut', position: this.#position + 1, upTo: furthest });
    return [...this.#findings, ...this.#edited.map((suspect, index) => this.#edit(suspect, index < MOST_TRIED))];
  }

  #missing(next: number): void {
    this.#settle(undefined);
    this.#findings.push({ kind: 'seal-removed', position: this.#position + 1, upTo: next - 1 });
    this.#previous = undefined;
  }

  /** Says what the link before was; answers whether the one that does not fit is still suspect after that. */
  #settle(unfit: Omit<Suspect, 'previous'> | undefined): boolean {
    const before = this.#suspect;
    this.#suspect = undefined;
    if (!before) return unfit !== undefined;
    const meant = sealOf(before.position, before.previous, before.content);
    const sealEdited = unfit ? sealOf(unfit.position, meant, unfit.content) === unfit.hash : this.#anchors.get(before.position)?.some(({ hash }) => hash === meant);
    if (sealEdited) this.#findings.push({ kind: 'seal-edited', position: before.position, entry: before.entry });
    else this.#edited.push(before);
    return unfit !== undefined && !sealEdited;
  }

  #compare({ position, hash, entry }: Link): void {
    const anchors = this.#anchors.get(position);
    if (!anchors) return;
    const before = this.#rewritten;
    this.#rewritten = this.#suspect === undefined && anchors.some((anchor) => anchor.hash !== hash);
    if (this.#rewritten && !before) this.#findings.push({ kind: 'rewritten', position: this.#lastAnchored + 1, upTo: position, entry });
    this.#lastAnchored = position;
  }

  /** A row that fits the place of another was moved: as it is, when seals were exchanged, or with the other's id, when rows were. */
  #edit({ position, previous, hash, entry, content }: Suspect, tried: boolean): AuditFinding {
    const others = tried ? this.#edited.slice(0, MOST_TRIED).filter((other) => other.position !== position) : [];
    const moved = others.some((other) => [other.content, { ...other.content, id: content.id }].some((row) => sealOf(position, previous, row) === hash));
    return { kind: moved ? 'row-reordered' : 'row-edited', position, entry };
  }
}
