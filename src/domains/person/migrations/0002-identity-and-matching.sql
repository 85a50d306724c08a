-- Two person ids that are one person. Reads go through survivor_id; person_id is never rewritten anywhere, and
-- dropping the row restores both. joined_to is the person it was linked to at the time, so that undoing an earlier
-- link carries its own followers with it. Ids only: names no one.
-- exception: flags because it holds ids only and is read before anybody may be named
-- exception: flags because it holds ids only, and limits themselves are worked out through it.
CREATE TABLE person.identity_link (
  person_id uuid PRIMARY KEY,
  survivor_id uuid NOT NULL,
  joined_to uuid NOT NULL,
  kind text NOT NULL,                         -- defendant | record
  linked_at timestamptz NOT NULL,
  CHECK (person_id <> survivor_id)
);
CREATE INDEX identity_link_by_survivor ON person.identity_link (survivor_id);
CALL platform.share('person.identity_link', true);

-- Links, merges, rejections and their undoing, one row each, never changed but for the access flags.
CREATE TABLE person.identity_fact (
  person_id uuid NOT NULL, id uuid NOT NULL,
  kind text NOT NULL,                         -- linked unlinked merged unmerged rejected rejection-withdrawn record-opened
  other_person_id uuid,
  at timestamptz NOT NULL, by text NOT NULL,
  decided_by text NOT NULL,                   -- machine | staff
  reason text, evidence jsonb,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX identity_fact_by_other ON person.identity_fact (other_person_id);
CALL platform.protect('person.identity_fact');
REVOKE UPDATE ON person.identity_fact FROM @web, @worker;
GRANT UPDATE (excluded, restricted) ON person.identity_fact TO @web, @worker;

-- A human decision about identity: same marker in a scope, one person; different markers, never linked.
CREATE TABLE person.override_marker (
  person_id uuid NOT NULL, id uuid NOT NULL,
  scope_id uuid NOT NULL, marker uuid NOT NULL,
  confidence text NOT NULL, actor text NOT NULL, -- verified | unverified; human | system
  reason text, set_at timestamptz NOT NULL, set_by text NOT NULL,
  ended_at timestamptz, ended_by text, ended_reason text,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX override_by_scope ON person.override_marker (scope_id);
CALL platform.protect('person.override_marker', false, true);

-- Identities a person must look at: override conflicts, one number on two unlike people.
CREATE TABLE person.identity_alert (
  person_id uuid NOT NULL, id uuid NOT NULL,
  kind text NOT NULL, other_person_id uuid, detail jsonb NOT NULL,
  raised_at timestamptz NOT NULL,
  resolved_at timestamptz, resolved_by text, resolution text,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX identity_alert_open ON person.identity_alert (raised_at) WHERE resolved_at IS NULL;
CALL platform.protect('person.identity_alert');

-- The record made comparable, and the hashed keys under which candidates find it.
CREATE TABLE person.match_record (
  person_id uuid PRIMARY KEY,
  model text NOT NULL,
  record jsonb NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false
);
CALL platform.protect('person.match_record', true, true);

CREATE TABLE person.match_key (
  person_id uuid NOT NULL,
  key bigint NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, key)
);
CREATE INDEX match_key_by_key ON person.match_key (key);
CALL platform.protect('person.match_key', true, true);

-- How many records hold a value, counted over everybody; a count of one is not kept. Machines only: values are names.
CREATE TABLE person.match_frequency (
  field text NOT NULL, value text NOT NULL, records integer NOT NULL,
  PRIMARY KEY (field, value)
);
ALTER TABLE person.match_frequency ENABLE ROW LEVEL SECURITY;
ALTER TABLE person.match_frequency FORCE ROW LEVEL SECURITY;
CREATE POLICY machines ON person.match_frequency TO @worker, @matcher USING (platform.someone());
GRANT SELECT, INSERT, UPDATE, DELETE ON person.match_frequency TO @worker;
GRANT SELECT ON person.match_frequency TO @matcher;

-- Postcodes of prisons, approved premises and hostels: sharing one says little.
CREATE TABLE person.communal_postcode (
  postcode text NOT NULL, kind text NOT NULL, valid_from date NOT NULL, valid_to date,
  PRIMARY KEY (postcode, valid_from)
);
CALL platform.share('person.communal_postcode');
