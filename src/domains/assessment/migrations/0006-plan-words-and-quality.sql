-- The fingerprint of the goals and steps the person was asked about: whether the plan has changed since.
ALTER TABLE assessment.plan_agreement ADD COLUMN words_hash text;

-- A signed assessment drawn for a check of its quality: by chance, or because its scores asked for a second look.
CREATE TABLE assessment.quality_sample (
  person_id uuid NOT NULL, id uuid NOT NULL, assessment_id uuid NOT NULL,
  because text NOT NULL,                      -- sample | flagged
  reasons jsonb NOT NULL DEFAULT '[]',        -- codes of what flagged it
  assessor text NOT NULL, assessor_name text NOT NULL, grade text NOT NULL,
  region_code text, team_code text,
  signed_on date NOT NULL, drawn_at timestamptz NOT NULL,
  withdrawn_at timestamptz,                   -- the signing was taken back before the check
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX quality_sample_by_team ON assessment.quality_sample (region_code, team_code, signed_on);
CALL platform.protect('assessment.quality_sample');

CREATE TABLE assessment.quality_answer (
  person_id uuid NOT NULL, sample_id uuid NOT NULL, question text NOT NULL,
  value text NOT NULL,
  at timestamptz NOT NULL, by text NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, sample_id, question)
);
CALL platform.protect('assessment.quality_answer');

-- A finished check, with the feedback that goes to the assessor, and what the assessor did with it.
CREATE TABLE assessment.quality_check (
  person_id uuid NOT NULL, sample_id uuid NOT NULL,
  percent numeric NOT NULL, answered integer NOT NULL, question_set text NOT NULL,
  feedback text NOT NULL,
  at timestamptz NOT NULL, by text NOT NULL, by_name text NOT NULL,
  read_at timestamptz, read_by text, reply text,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, sample_id)
);
CALL platform.protect('assessment.quality_check');
