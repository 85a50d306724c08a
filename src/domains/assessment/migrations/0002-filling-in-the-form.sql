-- The version of the answer that was replaced: what another window had in view when it is sent later.
ALTER TABLE assessment.answer_change ADD COLUMN was_version integer;

-- A text over its limit: kept as it was typed beside the answer until it is shortened, and in the way of signing.
ALTER TABLE assessment.answer ADD COLUMN too_long text;

-- How much work an assessment was: answers changed and buttons used, and the time between them without long pauses.
CREATE TABLE assessment.form_use (
  person_id uuid NOT NULL, assessment_id uuid NOT NULL,
  layer text NOT NULL, team_code text,
  actions integer NOT NULL, seconds integer NOT NULL, last_at timestamptz NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, assessment_id)
);
CALL platform.protect('assessment.form_use');
