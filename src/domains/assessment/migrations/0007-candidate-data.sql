-- Actuarial data somebody wants to try over the caseload before it is taken in. About nobody; tried, never scored by.
-- exception: flags because it holds coefficients and an offence map
CREATE TABLE assessment.candidate_data (
  id uuid PRIMARY KEY,
  name text NOT NULL, version text NOT NULL,
  coefficients text NOT NULL, offence_map text, -- null: the offence map in force
  given_at timestamptz NOT NULL, given_by text NOT NULL
);
CALL platform.share('assessment.candidate_data');
