import { Migration } from '@mikro-orm/migrations';

/**
 * What makes the audit log tamper-evident: rows waiting to be sealed, the chain of seals, and triggers that let nobody change or remove either.
 * Words that a person wrote (`purpose` and `reason` in the details) are bound by a salted digest: they can be emptied when the file is disposed of
 * (Art. 20) and their salt with them, which the table itself puts on record; all else stays for ever. Triggers instead of the statement
 * that writes the rows, so that what a replica of the version before writes and erases during an upgrade is sealed and recorded too.
 */
export class AuditChain20261127000000 extends Migration {
  override up(): void {
    this.addSql(`create table audit_unsealed (id bigint primary key) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000)`);
    this.addSql(`create table audit_seal (position bigint primary key, entry_id bigint not null unique, hash bytea not null)`);
    this.addSql(`create table audit_anchored (position bigint not null, at timestamptz not null, one boolean primary key default true check (one))`);
    this.addSql(`alter table audit_entry add column salt bytea, add column words_digest bytea`);
    for (const made of [WORDS, EMPTIED, BIND, ERASE, MARK, REFUSE]) this.addSql(made);
    // What was written before the chain is its beginning.
    this.addSql(`update audit_entry as row set salt = fresh.salt, words_digest = sha256(fresh.salt || convert_to(audit_words(details)::text, 'UTF8'))
      from (select id, uuid_send(gen_random_uuid()) as salt from audit_entry where details ?| array['purpose', 'reason']) fresh where fresh.id = row.id`);
    this.addSql(`insert into audit_unsealed select id from audit_entry order by id`);
    this.addSql(`create trigger bind_words before insert on audit_entry for each row when (new.details ?| array['purpose', 'reason']) execute function audit_bind_words()`);
    this.addSql(`create trigger mark_unsealed after insert on audit_entry referencing new table as written for each statement execute function audit_mark_unsealed()`);
    this.addSql(`create trigger erase_words before update on audit_entry for each row execute function audit_erase_words()`);
    this.addSql(`create trigger refuse before delete or truncate on audit_entry for each statement execute function audit_refuse()`);
    this.addSql(`create trigger refuse before update or delete or truncate on audit_seal for each statement execute function audit_refuse()`);
  }
}

const WORDS = `create function audit_words(details jsonb) returns jsonb language sql immutable as
  $$ select jsonb_object_agg(key, value) from jsonb_each(details) where key in ('purpose', 'reason') $$`;

const EMPTIED = `create function audit_emptied(details jsonb) returns jsonb language sql immutable as
  $$ select details || jsonb_object_agg(key, '') from jsonb_each(details) where key in ('purpose', 'reason') $$`;

const BIND = `create function audit_bind_words() returns trigger language plpgsql set search_path from current as $$
  begin
    new.salt := uuid_send(gen_random_uuid());
    new.words_digest := sha256(new.salt || convert_to(audit_words(new.details)::text, 'UTF8'));
    return new;
  end $$`;

const MARK = `create function audit_mark_unsealed() returns trigger language plpgsql set search_path from current as $$
  begin
    insert into audit_unsealed select id from written;
    return null;
  end $$`;

/** The one change there may be: all words of a row emptied. The salt goes with them, or short words could be guessed from their digest. */
const ERASE = `create function audit_erase_words() returns trigger language plpgsql set search_path from current as $$
  declare
    allowed audit_entry := old;
  begin
    allowed.details := audit_emptied(old.details);
    new.salt := old.salt;
    if old.words_digest is null or new is distinct from allowed then
      raise insufficient_privilege using message = 'audit rows are never changed';
    end if;
    if old.salt is not null then
      new.salt := null;
      insert into audit_entry (actor, roles, action, target, details) values (session_user, '{database}', 'EraseAuditWords', old.target, jsonb_build_object('entry', old.id));
    end if;
    return new;
  end $$`;

const REFUSE = `create function audit_refuse() returns trigger language plpgsql as $$
  begin
    raise insufficient_privilege using message = 'the audit log and its seals are never changed or removed';
  end $$`;
