-- Interviews for a report. A missed one stays; another is booked beside it.
CREATE TABLE advice.interview (
  person_id uuid NOT NULL, id uuid NOT NULL, request_id uuid NOT NULL,
  day date NOT NULL, starts_at time NOT NULL,
  how text NOT NULL,                          -- in-person | phone | video
  place text, language text,                  -- language: an interpreter is needed
  details text,
  booked_at timestamptz NOT NULL, booked_by text NOT NULL,
  outcome text,                               -- attended | missed
  outcome_at timestamptz, outcome_by text, outcome_reason text,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX interview_of_request ON advice.interview (person_id, request_id);
CALL platform.protect('advice.interview');

-- Hours a week a member of staff has for court reports. About staff, not about people on probation.
CREATE TABLE advice.writer_hours (
  id uuid PRIMARY KEY,
  username text NOT NULL, name text NOT NULL, team_code text,
  hours_a_week numeric(4, 1) NOT NULL,
  from_day date NOT NULL,
  set_at timestamptz NOT NULL, set_by text NOT NULL
);
CREATE INDEX writer_hours_by_writer ON advice.writer_hours (username, from_day);
CALL platform.share('advice.writer_hours');

-- Courts that take part in a pilot, and since when, for comparison with the others.
CREATE TABLE advice.pilot_court (
  id uuid PRIMARY KEY,
  court_code text NOT NULL,
  from_day date NOT NULL, to_day date,
  note text,
  marked_at timestamptz NOT NULL, marked_by text NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX pilot_by_court ON advice.pilot_court (court_code, from_day);
CALL platform.share('advice.pilot_court');

-- The queue of a court team reads what was asked lately, and one request by what it came from.
CREATE INDEX request_by_asked ON advice.request (asked_at);
CREATE INDEX request_by_appearance ON advice.request (person_id, appearance_id);
