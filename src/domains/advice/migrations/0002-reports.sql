-- One version of the report a request asks for. Answers belong to it; signing locks it; a change after that is a new
-- version with its reason, and the old one stays.
CREATE TABLE advice.report (
  person_id uuid NOT NULL, id uuid NOT NULL, request_id uuid NOT NULL,
  version_no integer NOT NULL,
  depth text NOT NULL,                        -- ORAL | SHORT | STANDARD
  opened_at timestamptz NOT NULL, opened_by text NOT NULL, opened_by_name text NOT NULL,
  reason text,                                -- why there is a version after the first
  version integer NOT NULL DEFAULT 1,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id),
  UNIQUE (person_id, request_id, version_no)
);
CALL platform.protect('advice.report');

-- What the writer says, a row a field. A text over its limit stands here like any other and blocks signing.
CREATE TABLE advice.report_text (
  person_id uuid NOT NULL, id uuid NOT NULL, report_id uuid NOT NULL,
  field text NOT NULL,
  value jsonb NOT NULL,                       -- a text, a choice, or a list of choices
  source text NOT NULL,                       -- typed | pre-fill
  prefilled jsonb,                            -- what the record put there, to count what was kept
  version integer NOT NULL DEFAULT 1,
  changed_at timestamptz NOT NULL, changed_by text NOT NULL, changed_by_name text NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id),
  UNIQUE (person_id, report_id, field)
);
CALL platform.protect('advice.report_text');

-- What stood in a field before, and a text that met another one being saved: nothing typed is lost.
CREATE TABLE advice.report_text_change (
  person_id uuid NOT NULL, id uuid NOT NULL, report_id uuid NOT NULL,
  field text NOT NULL,
  value jsonb NOT NULL,
  kind text NOT NULL,                         -- replaced | conflicting
  of_version integer NOT NULL,
  at timestamptz NOT NULL, by text NOT NULL, by_name text NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX text_change_of_report ON advice.report_text_change (person_id, report_id, field, at);
CALL platform.protect('advice.report_text_change');

-- Facts of the record as they stood when the report took them in, and whether the person says they still hold.
CREATE TABLE advice.report_fact (
  person_id uuid NOT NULL, id uuid NOT NULL, report_id uuid NOT NULL,
  section text NOT NULL, code text NOT NULL,
  label text NOT NULL, text text NOT NULL,
  source text NOT NULL, as_at date,           -- null: the record does not say since when
  taken_at timestamptz NOT NULL, replaced_at timestamptz,
  still_true boolean, now_known text,         -- what is right instead, when it is not
  answered_at timestamptz, answered_by text, answered_by_name text,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX fact_of_report ON advice.report_fact (person_id, report_id, section);
CALL platform.protect('advice.report_fact');

-- The document as signed: never changed. Author and countersigner each sign the same words.
CREATE TABLE advice.report_signed (
  person_id uuid NOT NULL, id uuid NOT NULL, report_id uuid NOT NULL, request_id uuid NOT NULL,
  signed_as text NOT NULL,                    -- author | countersigner
  document jsonb NOT NULL,
  sha256 text NOT NULL,                       -- of the document's canonical JSON
  pdf bytea, pdf_sha256 text,                 -- once no more signature is awaited
  awaits jsonb NOT NULL DEFAULT '[]',         -- reasons a countersignature is awaited; none: complete
  at timestamptz NOT NULL, by text NOT NULL, by_name text NOT NULL, by_role text NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX signed_of_report ON advice.report_signed (person_id, report_id, at);
CALL platform.protect('advice.report_signed');

-- Sent back by the countersigner: the same version opens again.
CREATE TABLE advice.report_returned (
  person_id uuid NOT NULL, id uuid NOT NULL, report_id uuid NOT NULL,
  comment text NOT NULL,
  at timestamptz NOT NULL, by text NOT NULL, by_name text NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX returned_of_report ON advice.report_returned (person_id, report_id, at);
CALL platform.protect('advice.report_returned');

CREATE TABLE advice.report_delivery (
  person_id uuid NOT NULL, id uuid NOT NULL, report_id uuid NOT NULL, request_id uuid NOT NULL,
  way text NOT NULL,                          -- court-store | digital-case-system | spoken-in-court
  court_code text NOT NULL,
  delivered_at timestamptz NOT NULL,
  spoken_by text, written_note text,          -- of a report given in court
  recorded_at timestamptz NOT NULL, recorded_by text NOT NULL, recorded_by_name text NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX delivery_of_request ON advice.report_delivery (person_id, request_id, delivered_at);
CREATE INDEX delivery_by_court ON advice.report_delivery (court_code, delivered_at);
CALL platform.protect('advice.report_delivery');

-- The copy in easy words given to the person, and what they said about the report.
CREATE TABLE advice.report_comment (
  person_id uuid NOT NULL, id uuid NOT NULL, report_id uuid NOT NULL,
  comment text,                               -- null: the copy was given and nothing was said
  copy_given boolean NOT NULL,
  at timestamptz NOT NULL, by text NOT NULL, by_name text NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX comment_of_report ON advice.report_comment (person_id, report_id, at);
CALL platform.protect('advice.report_comment');

-- A signed report drawn for a look at its quality, and what the reader found.
CREATE TABLE advice.report_check (
  person_id uuid NOT NULL, id uuid NOT NULL, report_id uuid NOT NULL, request_id uuid NOT NULL,
  answers jsonb NOT NULL,                     -- question code to 1..4
  percent integer NOT NULL,
  feedback text NOT NULL,
  author text NOT NULL, author_name text NOT NULL,
  at timestamptz NOT NULL, by text NOT NULL, by_name text NOT NULL,
  read_at timestamptz,                        -- by the author
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX check_of_report ON advice.report_check (person_id, report_id);
CREATE INDEX check_of_author ON advice.report_check (author, at);
CALL platform.protect('advice.report_check');
