CREATE SCHEMA court;
GRANT USAGE ON SCHEMA court TO @web, @worker, @matcher, @stats;

-- ── Messages as received ─────────────────────────────────────────────────────────────────────
-- Kept whole, also when nothing could be read from it. A hearing of youths only keeps no body (court.md section 7).
CREATE TABLE court.message (
  id uuid PRIMARY KEY,
  received_at timestamptz NOT NULL,
  received_by text NOT NULL,
  channel text NOT NULL,                      -- hearing | hearing-result | hearing-delete | libra-list | libra-case | spi-result | file
  file_name text,
  path_id text,                               -- the id in the address it was sent to
  body bytea,
  sha256 bytea NOT NULL,
  external_id text,                           -- what remains of a message whose body may not be kept
  court_code text, hearing_date date,
  shared_at timestamptz,                      -- when the court shared it
  people uuid[] NOT NULL DEFAULT '{}',
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false
);
CREATE INDEX message_by_time ON court.message (received_at);
ALTER TABLE court.message ENABLE ROW LEVEL SECURITY;
ALTER TABLE court.message FORCE ROW LEVEL SECURITY;
CREATE POLICY people ON court.message TO @web USING (platform.may_see_all(people, excluded, restricted));
CREATE POLICY machines ON court.message TO @worker USING (platform.someone());
GRANT SELECT, INSERT, UPDATE ON court.message TO @web, @worker;

-- What was done with each message, one row for each part of it and each attempt. Holds no names.
CREATE TABLE court.message_fate (
  id uuid PRIMARY KEY,
  message_id uuid NOT NULL,
  attempt integer NOT NULL,
  part text,                                  -- case number or id within a list
  fate text NOT NULL,                         -- stored | updated | unchanged | ignored | refused | failed
  reason text,                                -- a code
  field text, problem text, fix text,         -- for what was refused
  hearing_id uuid, case_id uuid, court_code text, hearing_date date,
  at timestamptz NOT NULL, by text NOT NULL
);
CREATE INDEX message_fate_by_message ON court.message_fate (message_id, attempt);
CREATE INDEX message_fate_to_look_at ON court.message_fate (at) WHERE fate IN ('refused', 'failed');
CREATE INDEX message_fate_by_hearing ON court.message_fate (hearing_id);
CALL platform.share('court.message_fate');
REVOKE UPDATE ON court.message_fate FROM @web, @worker;

-- ── Cases and hearings: about nobody ─────────────────────────────────────────────────────────
CREATE TABLE court.court_case (
  id uuid PRIMARY KEY,
  key text NOT NULL UNIQUE,                   -- COMMON_PLATFORM:id | LIBRA:court:number | SPI:urn
  source text NOT NULL,
  case_no text, urn text,
  initiation_code text, prosecuting_authority text,
  markers text[] NOT NULL DEFAULT '{}',
  unread jsonb NOT NULL DEFAULT '{}',         -- keys of a list case that the product does not read
  first_seen_at timestamptz NOT NULL,
  to_review text,                             -- why staff should look at the case: 'made-from-result'
  merged_into uuid,
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX court_case_by_urn ON court.court_case (urn);
CREATE INDEX court_case_by_number ON court.court_case (case_no);
CALL platform.share('court.court_case');

CREATE TABLE court.hearing (
  id uuid PRIMARY KEY,
  key text NOT NULL UNIQUE,                   -- COMMON_PLATFORM:id | LIBRA:court:number:listing | SPI:court:date:case
  source text NOT NULL,
  external_id text,
  event_type text NOT NULL,                   -- CONFIRMED_OR_UPDATED | RESULTED
  hearing_type text, jurisdiction text,
  court_code text, court_name text,
  first_seen_at timestamptz NOT NULL,
  facts_at timestamptz,                       -- the shared time of the message whose facts are stored
  results_at timestamptz,                     -- likewise of its results
  deleted_at timestamptz,
  deleted_shared_at timestamptz,
  version integer NOT NULL DEFAULT 1
);
CALL platform.share('court.hearing');

CREATE TABLE court.hearing_case (
  hearing_id uuid NOT NULL, case_id uuid NOT NULL,
  list_no text,
  first_seen_at timestamptz NOT NULL,
  facts text NOT NULL,                        -- digest of the facts last taken in, order left out
  removed_at timestamptz, removed_because text,
  PRIMARY KEY (hearing_id, case_id)
);
CREATE INDEX hearing_case_by_case ON court.hearing_case (case_id);
CALL platform.share('court.hearing_case');

CREATE TABLE court.hearing_day (
  hearing_id uuid NOT NULL, day date NOT NULL, starts_at time NOT NULL DEFAULT '00:00',
  session text, court_code text, room text,
  listed_minutes integer, listing_sequence integer,
  PRIMARY KEY (hearing_id, day, starts_at)
);
CREATE INDEX hearing_day_by_day ON court.hearing_day (court_code, day);
CALL platform.share('court.hearing_day', true);

-- ── Defendants and what they are charged with ────────────────────────────────────────────────
-- An organisation has a person_id of its own that leads to no person.
CREATE TABLE court.defendant (
  person_id uuid NOT NULL, id uuid NOT NULL, case_id uuid NOT NULL,
  key text NOT NULL,                          -- the court's id, or the place in a list case
  type text NOT NULL,                         -- PERSON | ORGANISATION
  title text, forenames text[] NOT NULL DEFAULT '{}', surname text, organisation_name text,
  date_of_birth date, sex text, address jsonb, phones jsonb,
  nationalities text[] NOT NULL DEFAULT '{}', ethnicity text,
  pnc text, cro text, asn text,               -- as given; read again by rule wherever they are used
  master_defendant_id text, person_record_key text, person_record_id text,
  identity text NOT NULL,                     -- digest of name, birth date, PNC and CRO
  match_state text NOT NULL,                  -- NOT_MATCHED | EXACT | POSSIBLE | NO_RECORD | ORGANISATION
  confirmed_at timestamptz, confirmed_by text,
  version integer NOT NULL DEFAULT 1,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX defendant_by_case ON court.defendant (case_id, key);
CALL platform.protect('court.defendant');

CREATE TABLE court.appearance (
  person_id uuid NOT NULL, id uuid NOT NULL,
  hearing_id uuid NOT NULL, case_id uuid NOT NULL, defendant_id uuid NOT NULL,
  first_seen_at timestamptz NOT NULL,
  removed_at timestamptz, removed_because text,
  preparation text NOT NULL DEFAULT 'NOT_STARTED',   -- NOT_STARTED | IN_PROGRESS | COMPLETE | NOT_REQUIRED
  prepared_by text, prepared_at timestamptz,
  outcome_not_required boolean NOT NULL DEFAULT false,
  attendance text,
  report_requested_for date,                  -- the next hearing before which a report is due
  report_requested_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX appearance_by_id ON court.appearance (id);
CREATE INDEX appearance_by_hearing ON court.appearance (hearing_id, case_id);
CREATE INDEX appearance_by_case ON court.appearance (case_id);
CALL platform.protect('court.appearance');

CREATE TABLE court.offence (
  person_id uuid NOT NULL, id uuid NOT NULL, appearance_id uuid NOT NULL,
  court_offence_id text, sequence integer NOT NULL,
  code text, title text, wording text, act text, list_no text, maximum_penalty text,
  plea jsonb, verdict jsonb, conviction_date date, mode_of_trial text,
  start_date date, end_date date, final_disposal boolean,
  serious_further boolean NOT NULL DEFAULT false,
  results jsonb NOT NULL DEFAULT '[]',
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX offence_by_appearance ON court.offence (person_id, appearance_id);
-- Offences are replaced as a whole by the next message (court.md section 7); the raw messages keep what was said before.
CALL platform.protect('court.offence', true);

CREATE TABLE court.application (
  person_id uuid NOT NULL, id uuid NOT NULL, appearance_id uuid NOT NULL,
  court_application_id text NOT NULL,
  kind text NOT NULL,                         -- breach | review | other
  facts jsonb NOT NULL,                       -- type, code, breach type, court order, results
  found_event_id uuid, found_disposal_id uuid, found_how text,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX application_by_appearance ON court.application (person_id, appearance_id);
CALL platform.protect('court.application', true);

-- ── Matching ─────────────────────────────────────────────────────────────────────────────────
CREATE TABLE court.candidate (
  person_id uuid NOT NULL, id uuid NOT NULL, defendant_id uuid NOT NULL,
  candidate_person_id uuid NOT NULL, crn text,
  weight double precision NOT NULL, band text NOT NULL, twins boolean NOT NULL,
  limited boolean NOT NULL,
  explanation jsonb NOT NULL,
  found_at timestamptz NOT NULL,
  confirmed_at timestamptz, rejected_at timestamptz, decided_by text, reason text,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX candidate_by_defendant ON court.candidate (person_id, defendant_id);
CALL platform.protect('court.candidate', true);

CREATE TABLE court.link_decision (
  person_id uuid NOT NULL, id uuid NOT NULL, defendant_id uuid NOT NULL,
  what text NOT NULL,                         -- linked | unlinked | rejected | no-record-confirmed | record-created
  to_person_id uuid, crn text,
  by text NOT NULL, by_machine boolean NOT NULL, at timestamptz NOT NULL, reason text,
  hearing_day date,                           -- the day of the hearing it was decided for
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX link_decision_by_defendant ON court.link_decision (person_id, defendant_id);
CREATE INDEX link_decision_by_time ON court.link_decision (at);
CALL platform.protect('court.link_decision');
