CREATE SCHEMA assessment;
GRANT USAGE ON SCHEMA assessment TO @web, @worker, @matcher, @stats;

-- One version of a person's living assessment. What became of it is in assessment.act: no row holds a status.
CREATE TABLE assessment.assessment (
  person_id uuid NOT NULL, id uuid NOT NULL,
  layer text NOT NULL,                        -- CSRP | L1 | L3 | L3.2 | FAST
  purpose text NOT NULL,                      -- code of the purposes parameter
  period_id uuid,                             -- sentence.event of the period of supervision, null before sentence
  question_set text NOT NULL,                 -- the version of the questions as they were asked
  assessed_on date NOT NULL,
  carried_from_id uuid,                       -- the assessment its answers came from, null when it began empty
  opens_at jsonb NOT NULL DEFAULT '[]',       -- sections a review begins at, with what changed
  opened_at timestamptz NOT NULL, opened_by text NOT NULL, opened_by_name text NOT NULL,
  region_code text, team_code text,
  version integer NOT NULL DEFAULT 1,         -- counts acts, never answers
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CALL platform.protect('assessment.assessment');

-- The one assessment of a person that may be open or waiting for a countersignature. Claimed, so that two never are.
CREATE TABLE assessment.open_assessment (
  person_id uuid PRIMARY KEY,
  assessment_id uuid NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false
);
CALL platform.protect('assessment.open_assessment', true);

-- An answer as it stands in a version. `value` is the code of a choice, a list of codes, a text, a count or a day.
CREATE TABLE assessment.answer (
  person_id uuid NOT NULL, assessment_id uuid NOT NULL, question text NOT NULL,
  value jsonb NOT NULL,
  question_set text NOT NULL,                 -- whose wording the answer was given to
  source text NOT NULL,                       -- practitioner | person | record
  carried_from date,                          -- the day of the assessment it was carried forward from
  confirmed_at timestamptz, confirmed_by text, -- a carried answer somebody stands by again
  third_party boolean NOT NULL DEFAULT false, -- holds third-party or victim information: never disclosed
  answered_at timestamptz NOT NULL, answered_by text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, assessment_id, question)
);
CALL platform.protect('assessment.answer');

-- What an answer said before it was changed: nothing typed is lost. `value` null: there was none.
CREATE TABLE assessment.answer_change (
  person_id uuid NOT NULL, id uuid NOT NULL, assessment_id uuid NOT NULL, question text NOT NULL,
  value jsonb, at timestamptz NOT NULL, by text NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX answer_change_of ON assessment.answer_change (person_id, assessment_id, question);
CALL platform.protect('assessment.answer_change');

-- What was done to a version: signed, countersigned, rejected, locked-incomplete, rolled-back, deleted, restored, merged.
CREATE TABLE assessment.act (
  person_id uuid NOT NULL, id uuid NOT NULL, assessment_id uuid NOT NULL,
  kind text NOT NULL,
  at timestamptz NOT NULL, by text NOT NULL, by_name text NOT NULL, role text,
  comment text, detail jsonb NOT NULL DEFAULT '{}',
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX act_of_assessment ON assessment.act (person_id, assessment_id, at);
CALL platform.protect('assessment.act');
