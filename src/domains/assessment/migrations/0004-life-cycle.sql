-- What a member of staff was approved to sign, from a day. The newest row up to a day holds on it.
CREATE TABLE assessment.framework_role (
  username text NOT NULL, id uuid NOT NULL,
  role text NOT NULL,                         -- code of the parameter assessment.framework-roles
  starts_on date NOT NULL,
  set_at timestamptz NOT NULL, set_by text NOT NULL, set_by_name text NOT NULL,
  PRIMARY KEY (username, id)
);
CALL platform.share('assessment.framework_role');

-- The signed document, byte for byte as it was hashed. Nothing but the access flags can be changed.
CREATE TABLE assessment.signed_version (
  person_id uuid NOT NULL, id uuid NOT NULL, assessment_id uuid NOT NULL,
  number integer NOT NULL,                    -- 1 for the first signing of the assessment
  document text NOT NULL, hash text NOT NULL, -- SHA-256 of the document, in hexadecimal
  signed_at timestamptz NOT NULL, signed_by text NOT NULL, signed_by_name text NOT NULL, signed_as text,
  software text NOT NULL, question_set text NOT NULL, score_data text, -- null: no score was worked out
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX signed_version_of ON assessment.signed_version (person_id, assessment_id, number);
CALL platform.protect('assessment.signed_version');
REVOKE UPDATE ON assessment.signed_version FROM @web, @worker;
GRANT UPDATE (excluded, restricted) ON assessment.signed_version TO @web, @worker;

-- The queue of countersigning: one row while a signed assessment waits.
CREATE TABLE assessment.awaiting_countersign (
  person_id uuid NOT NULL, assessment_id uuid NOT NULL,
  countersigner text NOT NULL,                -- senior | head
  since timestamptz NOT NULL,
  signed_by text NOT NULL, signed_by_name text NOT NULL,
  region_code text, team_code text,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, assessment_id)
);
CREATE INDEX awaiting_by_region ON assessment.awaiting_countersign (region_code, since);
CALL platform.protect('assessment.awaiting_countersign', true);

-- A task: something happened after which the assessment must be looked at again.
CREATE TABLE assessment.review_due (
  person_id uuid NOT NULL, id uuid NOT NULL,
  trigger text NOT NULL,                      -- code of the parameter assessment.review-triggers
  source text NOT NULL,                       -- what raised it, so that nothing raises the same task twice
  happened_on date NOT NULL, due_on date NOT NULL,
  sections text[] NOT NULL,                   -- where the review opens; none: everywhere
  raised_at timestamptz NOT NULL, raised_by text NOT NULL,
  closed_at timestamptz, closed_by text, closed_by_name text,
  closed_as text,                             -- started | not-needed
  closed_reason text, assessment_id uuid,     -- the review that was started
  region_code text, team_code text,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE UNIQUE INDEX review_due_once ON assessment.review_due (person_id, trigger, source);
CREATE INDEX review_due_by_region ON assessment.review_due (region_code, due_on) WHERE closed_at IS NULL;
CALL platform.protect('assessment.review_due');
