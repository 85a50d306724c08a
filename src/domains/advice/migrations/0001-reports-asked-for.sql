CREATE SCHEMA advice;
GRANT USAGE ON SCHEMA advice TO @web, @worker, @matcher, @stats;

-- A report the court, the defence or we ourselves asked for. What became of it is in advice.request_act.
CREATE TABLE advice.request (
  person_id uuid NOT NULL, id uuid NOT NULL,
  kind text NOT NULL,                         -- after-conviction | before-plea | addendum | breach | deferred-sentence
  source text NOT NULL,                       -- court-outcome | court-result | before-plea | crown-court | manual
  source_id text NOT NULL,                    -- what asked: the same source never makes two requests
  court_code text NOT NULL,
  appearance_id uuid, case_reference text,    -- court.appearance it came from
  asked_at timestamptz NOT NULL, asked_by text NOT NULL,
  required_by date,                           -- a day the court sits; null while the court has not said
  delivery text,                              -- ORAL_ON_DAY | WRITTEN_ON_DAY | WRITTEN_ADJOURNED
  depth text,                                 -- NONE | VERIFICATION | ORAL | SHORT | STANDARD
  facts jsonb NOT NULL DEFAULT '{}',          -- offences, plea, remand, interview, indication, notes: as given
  cohorts jsonb NOT NULL DEFAULT '[]',        -- with the reasons each was found
  triage jsonb,                               -- suggestion, reasons, decision and why it differs
  region_code text, team_code text,
  version integer NOT NULL DEFAULT 1,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX request_by_court_day ON advice.request (court_code, required_by);
CREATE INDEX request_by_source ON advice.request (person_id, source, source_id);
CALL platform.protect('advice.request');

-- allocated | started | ready-for-countersign | returned | signed | delivered | used | not-used | withdrawn |
-- not-completed | reopened | replies to before-plea requests: granted | refused ...
CREATE TABLE advice.request_act (
  person_id uuid NOT NULL, id uuid NOT NULL, request_id uuid NOT NULL,
  kind text NOT NULL,
  at timestamptz NOT NULL, by text NOT NULL, by_name text NOT NULL,
  reason text, detail jsonb NOT NULL DEFAULT '{}',
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX act_of_request ON advice.request_act (person_id, request_id, at);
CALL platform.protect('advice.request_act');
