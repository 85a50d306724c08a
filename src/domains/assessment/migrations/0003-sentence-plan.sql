-- The living sentence plan: rows as they stand, with what was done to them beside. Whether a goal is active, future,
-- achieved or removed is computed from its target day and its notes.
CREATE TABLE assessment.goal (
  person_id uuid NOT NULL, id uuid NOT NULL,
  title text NOT NULL,
  suggestion text,                            -- code of the suggested goal it was taken from, unchanged
  area text NOT NULL, related_areas text[] NOT NULL DEFAULT '{}',
  target_on date, remind_on date,             -- without a target day it is a goal for the future
  place integer NOT NULL,                     -- its order among the goals
  withheld boolean NOT NULL DEFAULT false,    -- holds what must not reach the person's copy
  added_at timestamptz NOT NULL, added_by text NOT NULL, added_by_name text NOT NULL,
  deleted_at timestamptz, deleted_by text,    -- only before the first agreement
  version integer NOT NULL DEFAULT 1,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CALL platform.protect('assessment.goal');

CREATE TABLE assessment.goal_note (
  person_id uuid NOT NULL, id uuid NOT NULL, goal_id uuid NOT NULL,
  kind text NOT NULL,                         -- progress | achieved | removed | re-added
  body text NOT NULL DEFAULT '',
  at timestamptz NOT NULL, by text NOT NULL, by_name text NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX goal_note_of ON assessment.goal_note (person_id, goal_id, at);
CALL platform.protect('assessment.goal_note');

-- What a goal works on beyond its areas: a requirement of the sentence, a factor of harm, a risk action, a referral.
CREATE TABLE assessment.goal_link (
  person_id uuid NOT NULL, goal_id uuid NOT NULL,
  kind text NOT NULL,                         -- requirement | harm-factor | risk-action | referral
  target text NOT NULL,                       -- id or code of what is linked
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, goal_id, kind, target)
);
CALL platform.protect('assessment.goal_link', true);

CREATE TABLE assessment.step (
  person_id uuid NOT NULL, id uuid NOT NULL, goal_id uuid NOT NULL,
  body text NOT NULL, suggestion text,
  actor text NOT NULL, actor_name text,       -- the name only for someone else
  place integer NOT NULL,
  withheld boolean NOT NULL DEFAULT false,
  added_at timestamptz NOT NULL, added_by text NOT NULL,
  deleted_at timestamptz, deleted_by text,
  version integer NOT NULL DEFAULT 1,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX step_of_goal ON assessment.step (person_id, goal_id, place);
CALL platform.protect('assessment.step');

CREATE TABLE assessment.step_status (
  person_id uuid NOT NULL, id uuid NOT NULL, step_id uuid NOT NULL,
  status text NOT NULL,                       -- not-started | in-progress | completed | cannot-be-done-yet | no-longer-needed
  at timestamptz NOT NULL, by text NOT NULL, by_name text NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX step_status_of ON assessment.step_status (person_id, step_id, at);
CALL platform.protect('assessment.step_status');

-- Each time the person was asked whether they agree.
CREATE TABLE assessment.plan_agreement (
  person_id uuid NOT NULL, id uuid NOT NULL,
  plan_type text NOT NULL,                    -- initial | review | terminate | transfer | other
  answer text NOT NULL,                       -- agree | do-not-agree | could-not-answer
  reason text, notes text NOT NULL DEFAULT '',
  at timestamptz NOT NULL, by text NOT NULL, by_name text NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CALL platform.protect('assessment.plan_agreement');

CREATE TABLE assessment.plan_progress (
  person_id uuid NOT NULL, id uuid NOT NULL,
  body text NOT NULL, support_needed text NOT NULL, -- yes | no | dont-know
  at timestamptz NOT NULL, by text NOT NULL, by_name text NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CALL platform.protect('assessment.plan_progress');

-- A requirement or condition that is only to be complied with, so that no goal is made for it.
CREATE TABLE assessment.compliance_only (
  person_id uuid NOT NULL, requirement_id uuid NOT NULL,
  reason text NOT NULL, at timestamptz NOT NULL, by text NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, requirement_id)
);
CALL platform.protect('assessment.compliance_only', true);

-- An action of the risk management plan.
CREATE TABLE assessment.risk_action (
  person_id uuid NOT NULL, id uuid NOT NULL,
  factors text[] NOT NULL,                    -- codes of the ticked factors it addresses
  owner text NOT NULL, what text NOT NULL, due_on date NOT NULL, contingency text NOT NULL,
  added_at timestamptz NOT NULL, added_by text NOT NULL, added_by_name text NOT NULL,
  ended_at timestamptz, ended_by text, ended_as text, ended_reason text, -- done | withdrawn
  version integer NOT NULL DEFAULT 1,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CALL platform.protect('assessment.risk_action');

-- The plan as it stood at the end of a day on which it changed; the newest day is today's plan.
CREATE TABLE assessment.plan_day (
  person_id uuid NOT NULL, day date NOT NULL,
  body jsonb NOT NULL, at timestamptz NOT NULL, by_name text NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, day)
);
CALL platform.protect('assessment.plan_day');

-- The plan locked together with a signed assessment. Thawed: the signing was taken back, so the copy no longer counts.
CREATE TABLE assessment.plan_version (
  person_id uuid NOT NULL, id uuid NOT NULL, assessment_id uuid NOT NULL,
  body jsonb NOT NULL, hash text NOT NULL,
  frozen_at timestamptz NOT NULL, frozen_by text NOT NULL, frozen_by_name text NOT NULL,
  thawed_at timestamptz, thawed_by text,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX plan_version_of ON assessment.plan_version (person_id, assessment_id);
CALL platform.protect('assessment.plan_version');

-- The level of each need as a signed assessment found it: what trends are drawn from.
CREATE TABLE assessment.need_level (
  person_id uuid NOT NULL, assessment_id uuid NOT NULL, area text NOT NULL,
  score integer, level text,                  -- none | standard | severe; null: not known, never low
  harm_linked boolean, reoffending_linked boolean,
  signed_on date NOT NULL,
  region_code text, team_code text,
  taken_back_at timestamptz,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, assessment_id, area)
);
CREATE INDEX need_level_by_team ON assessment.need_level (region_code, team_code, signed_on);
CALL platform.protect('assessment.need_level');
