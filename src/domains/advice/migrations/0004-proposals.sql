-- The rule rows a proposal was made under, whole and byte for byte, so that it can be worked out again.
CREATE TABLE advice.rule_file (
  sha256 text PRIMARY KEY,
  version text NOT NULL,
  file text NOT NULL,                         -- JSON as text: jsonb would change the order of its fields
  kept_at timestamptz NOT NULL
);
CALL platform.share('advice.rule_file');

-- What the record lacks and was asked once. The newest of a code holds; earlier ones stay. Circumstances of the person
-- have no request and serve every later proposal; facts of a case belong to its request.
CREATE TABLE advice.proposal_fact (
  person_id uuid NOT NULL, id uuid NOT NULL,
  request_id uuid,
  code text NOT NULL, value jsonb NOT NULL,
  at timestamptz NOT NULL, by text NOT NULL, by_name text NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX proposal_fact_by_code ON advice.proposal_fact (person_id, code, at);
CALL platform.protect('advice.proposal_fact');

-- A proposal as it was made, with everything it was made from. Never changed.
CREATE TABLE advice.proposal (
  person_id uuid NOT NULL, id uuid NOT NULL, request_id uuid NOT NULL,
  court_code text NOT NULL,
  facts text NOT NULL, answer text NOT NULL,  -- JSON as text, so that a replay can be compared byte for byte
  rule_file text NOT NULL,                    -- sha256 of advice.rule_file
  rule_version text NOT NULL,
  asked_family text,                          -- the order asked for, where it is not the frame's usual one
  made_at timestamptz NOT NULL, made_by text NOT NULL, made_by_name text NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX proposal_of_request ON advice.proposal (person_id, request_id, made_at);
CALL platform.protect('advice.proposal');

-- What the author chose of it. The newest choice of a request holds, once a manager agreed where one must.
CREATE TABLE advice.proposal_choice (
  person_id uuid NOT NULL, id uuid NOT NULL, proposal_id uuid NOT NULL, request_id uuid NOT NULL,
  verdict text NOT NULL,                      -- as-proposed | override-accepted | awaiting-manager
  chosen jsonb NOT NULL, reasons jsonb NOT NULL,
  codes text[] NOT NULL DEFAULT '{}', text text,
  at timestamptz NOT NULL, by text NOT NULL, by_name text NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX choice_of_request ON advice.proposal_choice (person_id, request_id, at);
CREATE INDEX choice_awaiting ON advice.proposal_choice (at) WHERE verdict = 'awaiting-manager';
CALL platform.protect('advice.proposal_choice');

-- A manager's answer to a choice outside the frame.
CREATE TABLE advice.proposal_agreement (
  person_id uuid NOT NULL, id uuid NOT NULL, choice_id uuid NOT NULL,
  agreed boolean NOT NULL, comment text,
  at timestamptz NOT NULL, by text NOT NULL, by_name text NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX agreement_of_choice ON advice.proposal_agreement (person_id, choice_id);
CALL platform.protect('advice.proposal_agreement');

-- What the court did with it.
CREATE TABLE advice.proposal_outcome (
  person_id uuid NOT NULL, id uuid NOT NULL, request_id uuid NOT NULL, choice_id uuid NOT NULL,
  disposal_id uuid NOT NULL, court_code text NOT NULL, sentenced_on date NOT NULL,
  outcome text NOT NULL,                      -- followed | in-part | not-followed
  proposed jsonb NOT NULL, sentenced jsonb NOT NULL, reasons jsonb NOT NULL,
  overridden boolean NOT NULL,
  author text NOT NULL, author_name text NOT NULL,
  at timestamptz NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id),
  UNIQUE (person_id, disposal_id)
);
CREATE INDEX outcome_by_day ON advice.proposal_outcome (sentenced_on);
CALL platform.protect('advice.proposal_outcome');
