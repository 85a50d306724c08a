-- Roles are written @web @worker @matcher @stats; the migrator puts the deployment's names in.
CREATE SCHEMA platform;
GRANT USAGE ON SCHEMA platform TO @web, @worker, @matcher, @stats;

-- Limited access, decided once, for every person-owned row (access-and-transfer.md section 2).
-- Reads no table: the user's two short lists are set at the start of each transaction.
CREATE FUNCTION platform.may_see(person uuid, excluded boolean, restricted boolean) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting('app.user', true), '') IS NOT NULL
     AND (NOT restricted OR person = ANY (coalesce(nullif(current_setting('app.allowed', true), ''), '{}')::uuid[]))
     AND (NOT excluded OR person <> ALL (coalesce(nullif(current_setting('app.barred', true), ''), '{}')::uuid[]))
$$;

-- The same for a row about several people: every limited one of them must be open to the user.
CREATE FUNCTION platform.may_see_all(people uuid[], excluded boolean, restricted boolean) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting('app.user', true), '') IS NOT NULL
     AND (NOT restricted OR people <@ coalesce(nullif(current_setting('app.allowed', true), ''), '{}')::uuid[])
     AND (NOT excluded OR NOT people && coalesce(nullif(current_setting('app.barred', true), ''), '{}')::uuid[])
$$;

CREATE FUNCTION platform.someone() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting('app.user', true), '') IS NOT NULL
$$;

-- Puts a person-owned table (person_id, excluded, restricted) under row security with its grants.
-- `deletes`: whether the application may remove rows (projections, drafts); records are never removed.
CREATE PROCEDURE platform.protect(tbl regclass, deletes boolean DEFAULT false, matcher boolean DEFAULT false)
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tbl);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tbl);
  EXECUTE format('CREATE POLICY people ON %s TO @web USING (platform.may_see(person_id, excluded, restricted))', tbl);
  EXECUTE format('CREATE POLICY machines ON %s TO @worker USING (platform.someone())', tbl);
  EXECUTE format('CREATE POLICY figures ON %s FOR SELECT TO @stats USING (platform.someone() AND NOT excluded AND NOT restricted)', tbl);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %s TO @web, @worker', tbl);
  EXECUTE format('GRANT SELECT ON %s TO @stats', tbl);
  IF deletes THEN EXECUTE format('GRANT DELETE ON %s TO @web, @worker', tbl); END IF;
  IF matcher THEN
    EXECUTE format('CREATE POLICY matching ON %s FOR SELECT TO @matcher USING (platform.someone())', tbl);
    EXECUTE format('GRANT SELECT ON %s TO @matcher', tbl);
  END IF;
END $$;

-- Puts a table that belongs to no person under grants and the one rule that somebody must be identified.
CREATE PROCEDURE platform.share(tbl regclass, deletes boolean DEFAULT false)
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tbl);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tbl);
  EXECUTE format('CREATE POLICY identified ON %s TO @web, @worker, @matcher, @stats USING (platform.someone())', tbl);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %s TO @web, @worker', tbl);
  EXECUTE format('GRANT SELECT ON %s TO @matcher, @stats', tbl);
  IF deletes THEN EXECUTE format('GRANT DELETE ON %s TO @web, @worker', tbl); END IF;
END $$;

-- ── Accounts and sessions ────────────────────────────────────────────────────────────────────
-- Read before anybody is identified, so these carry grants only; they hold staff, not people on probation.
CREATE TABLE platform.account (
  id uuid PRIMARY KEY,
  username text NOT NULL,
  username_key text NOT NULL UNIQUE,          -- lower case; names compare without regard to case
  display_name text NOT NULL,
  email text,
  kind text NOT NULL DEFAULT 'person',        -- person | machine
  password_hash text,                         -- argon2id; null when the identity provider signs in
  subject text UNIQUE,                        -- the identity provider's subject
  roles text[] NOT NULL DEFAULT '{}',
  scopes text[] NOT NULL DEFAULT '{}',        -- machine clients
  provider_code text, region_code text, team_code text, court_codes text[] NOT NULL DEFAULT '{}',
  demonstration boolean NOT NULL DEFAULT false,
  opened_at timestamptz NOT NULL, opened_by text NOT NULL,
  closed_at timestamptz, closed_by text,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE platform.session (
  token_hash bytea PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES platform.account,
  csrf text NOT NULL,
  started_at timestamptz NOT NULL,
  used_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_because text,
  id_token text
);
CREATE INDEX session_by_account ON platform.session (account_id);
-- Failed tries by username, for slowing down guessing.
CREATE TABLE platform.sign_in_failure (username_key text NOT NULL, id uuid NOT NULL, at timestamptz NOT NULL, PRIMARY KEY (username_key, id));
GRANT SELECT, INSERT, UPDATE ON platform.account, platform.session, platform.sign_in_failure TO @web, @worker;
GRANT DELETE ON platform.sign_in_failure, platform.session TO @web, @worker;

-- ── Audit: append-only chains (stack.md section 5, rules 4 to 7) ─────────────────────────────
CREATE TABLE platform.audit_head (stream integer PRIMARY KEY, n bigint NOT NULL, hash bytea NOT NULL);
INSERT INTO platform.audit_head SELECT stream, 0, '\x'::bytea FROM generate_series(0, 63) AS stream;
CREATE TABLE platform.audit_entry (
  stream integer NOT NULL,
  n bigint NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  operation text NOT NULL,                    -- collect alter consult disclose combine erase (DPA 2018 s.62), or system
  what text NOT NULL,
  people uuid[] NOT NULL,
  body text NOT NULL,                         -- canonical text; the hash covers this, never a re-written copy
  prev bytea NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (stream, n)
);
CREATE INDEX audit_by_person ON platform.audit_entry USING gin (people);
CREATE INDEX audit_by_time ON platform.audit_entry (at);
CREATE INDEX audit_by_actor ON platform.audit_entry (actor, at);
-- The only way to write: takes the head of one stream, links, moves the head on.
CREATE FUNCTION platform.audit_append(
  in_stream integer, in_at timestamptz, in_actor text, in_operation text, in_what text, in_people uuid[], in_body text
) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE head platform.audit_head; next_hash bytea;
BEGIN
  SELECT * INTO STRICT head FROM platform.audit_head WHERE stream = in_stream FOR UPDATE;
  next_hash := sha256(head.hash || convert_to(in_body, 'UTF8'));
  INSERT INTO platform.audit_entry VALUES (in_stream, head.n + 1, in_at, in_actor, in_operation, in_what, in_people, in_body, head.hash, next_hash);
  UPDATE platform.audit_head SET n = head.n + 1, hash = next_hash WHERE stream = in_stream;
  RETURN head.n + 1;
END $$;
REVOKE ALL ON FUNCTION platform.audit_append FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.audit_append TO @web, @worker, @matcher, @stats;
GRANT SELECT ON platform.audit_entry, platform.audit_head TO @web, @worker;

-- ── Events, idempotency, drafts ──────────────────────────────────────────────────────────────
CREATE TABLE platform.outbox (
  person_id uuid NOT NULL,                    -- the nil id for an event about nobody
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  type text NOT NULL,
  body jsonb NOT NULL,
  taken_at timestamptz,                       -- when delivery jobs were made for it
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX outbox_waiting ON platform.outbox (id) WHERE taken_at IS NULL;
CALL platform.protect('platform.outbox');

CREATE TABLE platform.idempotency (
  account_id uuid NOT NULL, key text NOT NULL, request_hash text NOT NULL,
  at timestamptz NOT NULL, status integer NOT NULL, body text NOT NULL,
  PRIMARY KEY (account_id, key)
);
CALL platform.share('platform.idempotency', true);

-- A half-written text belongs to its author until it is saved or thrown away.
CREATE TABLE platform.draft (
  person_id uuid NOT NULL, account_id uuid NOT NULL, place text NOT NULL, field text NOT NULL,
  body text NOT NULL, saved_at timestamptz NOT NULL, base_version integer,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, account_id, place, field)
);
CALL platform.protect('platform.draft', true);
-- A form that was posted after the session ended, held for the same user.
CREATE TABLE platform.held_form (
  account_id uuid NOT NULL, id uuid NOT NULL, path text NOT NULL, body jsonb NOT NULL, held_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, id)
);
GRANT SELECT, INSERT, DELETE ON platform.held_form TO @web, @worker;

-- What a user chose last on a list: filters, sort, courts.
CREATE TABLE platform.preference (
  account_id uuid NOT NULL, name text NOT NULL, value jsonb NOT NULL, PRIMARY KEY (account_id, name)
);
CALL platform.share('platform.preference', true);
