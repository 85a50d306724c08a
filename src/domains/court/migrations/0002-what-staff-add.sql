-- Notes belong to a hearing, comments to a case; only the author changes or takes back. Nothing is removed.
CREATE TABLE court.note (
  person_id uuid NOT NULL, id uuid NOT NULL, appearance_id uuid NOT NULL, case_id uuid NOT NULL,
  body text NOT NULL, author text NOT NULL, author_name text NOT NULL, written_at timestamptz NOT NULL,
  edited_at timestamptz, deleted_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  excluded boolean NOT NULL DEFAULT false, restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX note_by_appearance ON court.note (person_id, appearance_id);
CALL platform.protect('court.note');

CREATE TABLE court.comment (
  person_id uuid NOT NULL, id uuid NOT NULL, case_id uuid NOT NULL, defendant_id uuid NOT NULL,
  body text NOT NULL, author text NOT NULL, author_name text NOT NULL, written_at timestamptz NOT NULL,
  edited_at timestamptz, deleted_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  excluded boolean NOT NULL DEFAULT false, restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX comment_by_case ON court.comment (person_id, case_id);
CALL platform.protect('court.comment');

CREATE TABLE court.document (
  person_id uuid NOT NULL, id uuid NOT NULL, case_id uuid NOT NULL, defendant_id uuid NOT NULL,
  file_name text NOT NULL, media_type text NOT NULL, bytes integer NOT NULL, sha256 bytea NOT NULL, content bytea NOT NULL,
  added_by text NOT NULL, added_by_name text NOT NULL, added_at timestamptz NOT NULL,
  deleted_at timestamptz, deleted_by text,
  version integer NOT NULL DEFAULT 1,
  excluded boolean NOT NULL DEFAULT false, restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX document_by_case ON court.document (person_id, case_id);
CALL platform.protect('court.document');

-- The state is read from the facts: resulted_at, held_at, assigned_to.
CREATE TABLE court.outcome (
  person_id uuid NOT NULL, id uuid NOT NULL, appearance_id uuid NOT NULL, hearing_id uuid NOT NULL, case_id uuid NOT NULL,
  court_code text, hearing_day date NOT NULL,
  types text[] NOT NULL,                      -- the main type first
  created_at timestamptz NOT NULL, created_by text NOT NULL, by_machine boolean NOT NULL DEFAULT false,
  assigned_to text, assigned_name text, assigned_at timestamptz,
  held_at timestamptz, held_by text, held_reason text,
  resulted_at timestamptz, resulted_by text,
  version integer NOT NULL DEFAULT 1,
  excluded boolean NOT NULL DEFAULT false, restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX outcome_by_appearance ON court.outcome (person_id, appearance_id);
CREATE INDEX outcome_open ON court.outcome (hearing_day) WHERE resulted_at IS NULL;
CREATE INDEX outcome_resulted ON court.outcome (resulted_at);
CALL platform.protect('court.outcome');

CREATE TABLE court.outcome_change (
  person_id uuid NOT NULL, id uuid NOT NULL, outcome_id uuid NOT NULL,
  what text NOT NULL,                         -- created | type-changed | assigned | taken-over | held | released | resulted
  detail jsonb NOT NULL DEFAULT '{}',
  by text NOT NULL, by_name text NOT NULL, at timestamptz NOT NULL,
  excluded boolean NOT NULL DEFAULT false, restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX outcome_change_by_outcome ON court.outcome_change (person_id, outcome_id);
CALL platform.protect('court.outcome_change');

-- What a result message would put on the record. Nothing is on the record until a person accepts it.
CREATE TABLE court.proposal (
  person_id uuid NOT NULL, id uuid NOT NULL,
  appearance_id uuid NOT NULL, hearing_id uuid NOT NULL, case_id uuid NOT NULL, defendant_id uuid NOT NULL,
  key text NOT NULL,                          -- what it is about in the hearing: 'order:community-order', 'breach:1029:2'
  kind text NOT NULL,                         -- order | requirement | breach-outcome
  content jsonb NOT NULL,
  digest text NOT NULL,
  review jsonb NOT NULL DEFAULT '[]',         -- reasons why a person should look with care
  change text NOT NULL DEFAULT 'new',         -- new | changed | withdrawn: against what an earlier message proposed
  replaces uuid,
  message_id uuid, court_code text, hearing_day date NOT NULL,
  made_at timestamptz NOT NULL, made_by text NOT NULL,
  replaced_at timestamptz,
  accepted_at timestamptz, accepted_by text, accepted_content jsonb,
  refused_at timestamptz, refused_by text, refused_reason text,
  event_id uuid, disposal_id uuid,
  version integer NOT NULL DEFAULT 1,
  excluded boolean NOT NULL DEFAULT false, restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX proposal_by_hearing ON court.proposal (person_id, hearing_id);
CREATE INDEX proposal_waiting ON court.proposal (hearing_day) WHERE accepted_at IS NULL AND refused_at IS NULL AND replaced_at IS NULL;
CALL platform.protect('court.proposal');

-- Something in the court's data that a person should look at.
CREATE TABLE court.alert (
  person_id uuid NOT NULL, id uuid NOT NULL,
  appearance_id uuid, hearing_id uuid NOT NULL, case_id uuid,
  code text NOT NULL, field text, detail jsonb NOT NULL DEFAULT '{}',
  raised_at timestamptz NOT NULL, message_id uuid,
  closed_at timestamptz, closed_by text, closed_reason text,
  excluded boolean NOT NULL DEFAULT false, restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX alert_by_hearing ON court.alert (person_id, hearing_id);
CREATE INDEX alert_open ON court.alert (raised_at) WHERE closed_at IS NULL;
CALL platform.protect('court.alert');
