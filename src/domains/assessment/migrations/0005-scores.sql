-- One scoring of a person: the inputs once, and every predictor and screen that came of them. Never overwritten: the
-- newest stands, the others are history. `assessment_id` null: scored from the record alone.
CREATE TABLE assessment.score_set (
  person_id uuid NOT NULL, id uuid NOT NULL,
  assessment_id uuid, layer text,
  assessed_on date NOT NULL,                  -- the day the predictors are worked out for
  scored_at timestamptz NOT NULL, scored_by text NOT NULL,
  team_code text, region_code text,
  batch_id uuid,                              -- the re-scoring that made it, null when an answer or the record did
  data_version text NOT NULL,
  record jsonb NOT NULL,                      -- what the record said (RecordFacts)
  answers jsonb NOT NULL,                     -- the answers that predictors and screens read, by question
  inputs jsonb NOT NULL,                      -- each input with where it came from
  generation_two jsonb NOT NULL, generation_one jsonb NOT NULL, screens jsonb NOT NULL,
  digest text NOT NULL,                       -- of the results: two sets with one digest say the same
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CALL platform.protect('assessment.score_set');
REVOKE UPDATE ON assessment.score_set FROM @web, @worker;
GRANT UPDATE (excluded, restricted) ON assessment.score_set TO @web, @worker;

-- Which set stands, and its bands for lists and counts. A null band is no score, never low.
CREATE TABLE assessment.score_in_force (
  person_id uuid PRIMARY KEY,
  set_id uuid NOT NULL, assessment_id uuid,
  assessed_on date NOT NULL, scored_on date NOT NULL,
  team_code text, region_code text,
  digest text NOT NULL, data_version text NOT NULL,
  arp text, vrp text, svrp text, dc_srp text, iic_srp text, csrp text, ogrs3 text, rsr1 text,
  wrong integer NOT NULL,                     -- contradictions that cannot be true
  to_ask integer NOT NULL,                    -- unusual inputs
  at_an_edge boolean NOT NULL,                -- one step of one input would move a band
  static_for_want boolean NOT NULL,           -- static although an interview took place
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false
);
CREATE INDEX score_in_force_by_team ON assessment.score_in_force (team_code, person_id);
CALL platform.protect('assessment.score_in_force');

-- A score entered a second time without sight of the first.
CREATE TABLE assessment.second_entry (
  person_id uuid NOT NULL, id uuid NOT NULL, set_id uuid NOT NULL,
  round text NOT NULL,                        -- the month of the draw, 2026-11
  team_code text, answers jsonb NOT NULL,
  same_bands boolean NOT NULL, differing jsonb NOT NULL,
  entered_at timestamptz NOT NULL, entered_by text NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE UNIQUE INDEX second_entry_once ON assessment.second_entry (person_id, set_id);
CALL platform.protect('assessment.second_entry');

-- Re-scorings of the caseload: one row for each, about nobody.
-- exception: flags because it holds counts only
CREATE TABLE assessment.rescore_batch (
  id uuid PRIMARY KEY,
  data_version text NOT NULL,
  began_at timestamptz NOT NULL, ended_at timestamptz,
  by text NOT NULL,
  people integer NOT NULL DEFAULT 0, changed integer NOT NULL DEFAULT 0, moved integer NOT NULL DEFAULT 0
);
CALL platform.share('assessment.rescore_batch');
