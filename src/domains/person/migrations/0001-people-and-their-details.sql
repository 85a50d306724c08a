CREATE SCHEMA person;
GRANT USAGE ON SCHEMA person TO @web, @worker, @matcher, @stats;

-- The slim row everybody signed in may read: enough to show "limited access" and nothing about who it is.
CREATE TABLE person.stub (
  person_id uuid PRIMARY KEY,
  crn text,                                   -- null while the person is provisional: a defendant not yet on record
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  exclusion_message text CHECK (length(exclusion_message) <= 200),
  restriction_message text CHECK (length(restriction_message) <= 200),
  region_code text, team_code text, provider_code text,
  opened_at timestamptz, opened_by text,      -- when the person was given a CRN
  version integer NOT NULL DEFAULT 1
);
CALL platform.share('person.stub');

-- What holds now. Every earlier state is in details_change.
CREATE TABLE person.person (
  person_id uuid PRIMARY KEY,
  title text, first_name text, middle_names text, last_name text NOT NULL,
  date_of_birth date,
  sex text NOT NULL,                          -- male | female | not-known | not-specified
  nationality text, ethnicity text, language text, died_on date,
  source text NOT NULL, source_id text NOT NULL, master_defendant_id text,
  sentence_dates date[] NOT NULL DEFAULT '{}',
  added_at timestamptz NOT NULL, added_by text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false
);
CALL platform.protect('person.person');

-- Who holds a number. A CRN names no one, so that everybody may look one up; other numbers are seen with their person.
-- exception: rule 1 because it is keyed by the number looked up (rule 3)
-- exception: rule 1 because it is asked by the number (rule 3): the number leads its key.
CREATE TABLE person.identifier_claim (
  kind text NOT NULL,                         -- CRN PNC CRO NOMS
  value text NOT NULL,
  person_id uuid NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (kind, value, person_id)
);
CREATE UNIQUE INDEX crn_claimed_once ON person.identifier_claim (value) WHERE kind = 'CRN';
CREATE INDEX identifier_claim_by_person ON person.identifier_claim (person_id);
ALTER TABLE person.identifier_claim ENABLE ROW LEVEL SECURITY;
ALTER TABLE person.identifier_claim FORCE ROW LEVEL SECURITY;
CREATE POLICY people ON person.identifier_claim TO @web
  USING (platform.someone() AND (kind = 'CRN' OR platform.may_see(person_id, excluded, restricted)));
CREATE POLICY machines ON person.identifier_claim TO @worker, @matcher USING (platform.someone());
GRANT SELECT, INSERT, UPDATE, DELETE ON person.identifier_claim TO @web, @worker;
GRANT SELECT ON person.identifier_claim TO @matcher;

-- Numbers as they were given, also those that were refused.
CREATE TABLE person.identifier (
  person_id uuid NOT NULL, id uuid NOT NULL,
  kind text NOT NULL,
  given text NOT NULL,
  canonical text,                             -- null when the number was refused
  as_read text,                               -- set out in full although refused: for "one edit away" only
  reason text,                                -- why it was refused: format | length | year | check
  usable boolean NOT NULL,                    -- false: never used to link (refused, or a known placeholder)
  source text NOT NULL,
  added_at timestamptz NOT NULL, added_by text NOT NULL,
  ended_at timestamptz, ended_by text, ended_reason text,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CALL platform.protect('person.identifier');

CREATE TABLE person.other_name (
  person_id uuid NOT NULL, id uuid NOT NULL,
  first_name text, middle_names text, last_name text NOT NULL, date_of_birth date,
  kind text NOT NULL,                         -- alias | former | as-known
  source text NOT NULL,
  added_at timestamptz NOT NULL, added_by text NOT NULL,
  ended_at timestamptz, ended_by text, ended_reason text,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CALL platform.protect('person.other_name');

CREATE TABLE person.address (
  person_id uuid NOT NULL, id uuid NOT NULL,
  kind text NOT NULL,                         -- main | other | previous | bail | no-fixed-abode
  lines text[] NOT NULL, postcode text,
  starts_on date, ends_on date,               -- ends_on: the last day there
  notes text,
  source text NOT NULL,
  added_at timestamptz NOT NULL, added_by text NOT NULL,
  ended_at timestamptz, ended_by text,
  version integer NOT NULL DEFAULT 1,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CALL platform.protect('person.address');

CREATE TABLE person.contact_method (
  person_id uuid NOT NULL, id uuid NOT NULL,
  kind text NOT NULL,                         -- home | mobile | work | email
  value text NOT NULL,
  may_text boolean,                           -- null counts as allowed
  source text NOT NULL,
  added_at timestamptz NOT NULL, added_by text NOT NULL,
  ended_at timestamptz, ended_by text, ended_reason text,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CALL platform.protect('person.contact_method');

-- Kinds of flag (registrations). rosh_level: 1 low to 4 very high; at most one of these is open at a time.
CREATE TABLE person.flag_type (
  code text NOT NULL, name text NOT NULL, rosh_level integer, staff_risk boolean NOT NULL, notes text,
  valid_from date NOT NULL, valid_to date,
  PRIMARY KEY (code, valid_from)
);
CALL platform.share('person.flag_type');

CREATE TABLE person.flag (
  person_id uuid NOT NULL, id uuid NOT NULL,
  type_code text NOT NULL, category text, level text,
  starts_on date NOT NULL, next_review_on date, notes text,
  registered_at timestamptz NOT NULL, registered_by text NOT NULL, team_code text,
  ended_on date, ended_at timestamptz, ended_by text, ended_reason text,
  version integer NOT NULL DEFAULT 1,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CALL platform.protect('person.flag');

CREATE TABLE person.flag_review (
  person_id uuid NOT NULL, id uuid NOT NULL, flag_id uuid NOT NULL,
  due_on date, reviewed_on date NOT NULL, notes text,
  reviewed_at timestamptz NOT NULL, reviewed_by text NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CALL platform.protect('person.flag_review');

-- Who manages the person. ends_on: the last day.
CREATE TABLE person.manager (
  person_id uuid NOT NULL, id uuid NOT NULL,
  provider_code text NOT NULL, team_code text NOT NULL, username text, staff_name text,
  reason text NOT NULL, starts_on date NOT NULL, ends_on date,
  added_at timestamptz NOT NULL, added_by text NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CALL platform.protect('person.manager');

-- Every correction, with what stood before. Rows are never changed but for the two access flags.
CREATE TABLE person.details_change (
  person_id uuid NOT NULL, id uuid NOT NULL,
  at timestamptz NOT NULL, by text NOT NULL, kind text NOT NULL, reason text,
  before jsonb NOT NULL, after jsonb NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CALL platform.protect('person.details_change');
REVOKE UPDATE ON person.details_change FROM @web, @worker;
GRANT UPDATE (excluded, restricted) ON person.details_change TO @web, @worker;
