-- Exclusions and restrictions, one row for each named user or provider. starts_on is the first day, ends_on the day it
-- no longer holds. Read before anybody's lists are known, so it names no person; who may list it is a permission.
-- exception: flags because it decides or explains who may see, is read before that is known, and names no person
-- exception: flags because the flags of everything else are worked out from these rows.
CREATE TABLE person.access_limit (
  person_id uuid NOT NULL, id uuid NOT NULL,
  kind text NOT NULL,                         -- exclusion | restriction
  subject_kind text NOT NULL,                 -- user | provider
  subject text NOT NULL,                      -- user name in lower case, or provider code
  starts_on date NOT NULL, ends_on date,
  reason_code text NOT NULL, reason text, authoriser text NOT NULL, review_on date NOT NULL,
  started_at timestamptz NOT NULL, started_by text NOT NULL,
  ended_at timestamptz, ended_by text, ended_reason text,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX access_limit_by_subject ON person.access_limit (subject, subject_kind);
CREATE INDEX access_limit_by_review ON person.access_limit (review_on) WHERE ended_at IS NULL;
CALL platform.share('person.access_limit');

-- exception: flags because it decides or explains who may see, is read before that is known, and names no person
-- exception: flags because it goes with access_limit.
CREATE TABLE person.access_limit_review (
  person_id uuid NOT NULL, id uuid NOT NULL, limit_id uuid NOT NULL,
  reviewed_at timestamptz NOT NULL, reviewed_by text NOT NULL, outcome text NOT NULL, notes text,
  next_review_on date NOT NULL,
  PRIMARY KEY (person_id, id)
);
CALL platform.share('person.access_limit_review');

-- Opened in an emergency: by whom, why, until when; the reads themselves are in the audit chain.
-- exception: flags because it decides or explains who may see, is read before that is known, and names no person
-- exception: flags because a limited person's row is read to open that person; it names no one.
CREATE TABLE person.break_glass (
  person_id uuid NOT NULL, id uuid NOT NULL,
  username text NOT NULL, reason text NOT NULL,
  started_at timestamptz NOT NULL, ends_at timestamptz NOT NULL, ended_at timestamptz,
  reviewed_at timestamptz, reviewed_by text, review text,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX break_glass_by_user ON person.break_glass (username, ends_at);
CREATE INDEX break_glass_to_review ON person.break_glass (started_at) WHERE reviewed_at IS NULL;
CALL platform.share('person.break_glass');

-- Why a user looked at a person outside their own region; holds for that user and day.
-- exception: flags because it decides or explains who may see, is read before that is known, and names no person
-- exception: flags because it is asked for by whoever may not have seen the person yet; it names no one.
CREATE TABLE person.purpose (
  person_id uuid NOT NULL, id uuid NOT NULL,
  username text NOT NULL, day date NOT NULL, code text NOT NULL, words text, at timestamptz NOT NULL,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX purpose_by_user ON person.purpose (username, day);
CALL platform.share('person.purpose');
