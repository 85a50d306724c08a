CREATE SCHEMA sentence;
GRANT USAGE ON SCHEMA sentence TO @web, @worker, @matcher, @stats;

-- Per person an event (a conviction and its sentence), then its components (supervision-record.md section 2).
CREATE TABLE sentence.event (
  person_id uuid NOT NULL, id uuid NOT NULL, number integer NOT NULL,
  conviction_date date, court_code text,
  recorded_at timestamptz NOT NULL, recorded_by text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  excluded boolean NOT NULL DEFAULT false, restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CALL platform.protect('sentence.event');

CREATE TABLE sentence.offence (
  person_id uuid NOT NULL, id uuid NOT NULL, event_id uuid NOT NULL,
  main boolean NOT NULL, code text, title text, committed_on date, count integer NOT NULL DEFAULT 1,
  excluded boolean NOT NULL DEFAULT false, restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX offence_by_event ON sentence.offence (person_id, event_id);
CALL platform.protect('sentence.offence');

-- `ends_on` is worked out when the order is recorded or changed: what staff entered, else what the court fixed,
-- else the length from the day of sentence. Lengths are terms: {years, months, weeks, days}.
CREATE TABLE sentence.disposal (
  person_id uuid NOT NULL, id uuid NOT NULL, event_id uuid NOT NULL,
  family text NOT NULL, type_code text, sentenced_on date NOT NULL,
  length jsonb, operational_period jsonb, supervision_period jsonb,
  court_ends_on date, entered_ends_on date, ends_on date,
  notes text NOT NULL DEFAULT '',
  source_kind text NOT NULL, source_id text NOT NULL,
  recorded_at timestamptz NOT NULL, recorded_by text NOT NULL,
  terminated_on date, termination_reason text, terminated_by text, terminated_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  excluded boolean NOT NULL DEFAULT false, restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id),
  CHECK ((terminated_on IS NULL) = (termination_reason IS NULL))
);
CREATE INDEX disposal_by_event ON sentence.disposal (person_id, event_id);
CALL platform.protect('sentence.disposal');

-- One order for one source: the same proposal accepted twice, or a job run twice, cannot make a second sentence.
-- exception: rule 1 because one source is claimed once in the whole register, whoever it is about; it tells nothing
-- exception: flags because it holds ids only
CREATE TABLE sentence.disposal_source (
  kind text NOT NULL, source_id text NOT NULL, person_id uuid NOT NULL, disposal_id uuid NOT NULL,
  PRIMARY KEY (kind, source_id)
);
CALL platform.share('sentence.disposal_source');

CREATE TABLE sentence.requirement (
  person_id uuid NOT NULL, id uuid NOT NULL, event_id uuid NOT NULL, disposal_id uuid NOT NULL,
  kind text NOT NULL, subtype text, imposed_on date NOT NULL,
  length jsonb,                               -- {amount, unit}
  starts_on date, expected_ends_on date, notes text NOT NULL DEFAULT '',
  recorded_at timestamptz NOT NULL, recorded_by text NOT NULL,
  terminated_on date, termination_reason text, terminated_by text, terminated_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  excluded boolean NOT NULL DEFAULT false, restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id),
  CHECK ((terminated_on IS NULL) = (termination_reason IS NULL))
);
CREATE INDEX requirement_by_disposal ON sentence.requirement (person_id, disposal_id);
CALL platform.protect('sentence.requirement');

-- Breach and other processes are recorded here and worked elsewhere.
CREATE TABLE sentence.process (
  person_id uuid NOT NULL, id uuid NOT NULL, event_id uuid,
  type text NOT NULL, started_on date NOT NULL, ended_on date, outcome text, outcome_code text,
  recorded_at timestamptz NOT NULL, recorded_by text NOT NULL, notes text,
  version integer NOT NULL DEFAULT 1,
  excluded boolean NOT NULL DEFAULT false, restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX process_by_event ON sentence.process (person_id, event_id);
CALL platform.protect('sentence.process');

-- Each change to an order with both values, so that a later reader sees who changed what and why.
CREATE TABLE sentence.order_change (
  person_id uuid NOT NULL, id uuid NOT NULL, disposal_id uuid NOT NULL,
  what text NOT NULL, before jsonb, after jsonb, reason text,
  source_kind text NOT NULL, source_id text NOT NULL,
  by text NOT NULL, at timestamptz NOT NULL,
  excluded boolean NOT NULL DEFAULT false, restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX order_change_by_disposal ON sentence.order_change (person_id, disposal_id);
CALL platform.protect('sentence.order_change');
