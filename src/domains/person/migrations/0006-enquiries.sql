-- Asked of another agency about a person. What came of it is in enquiry_step: no row holds a status.
CREATE TABLE person.enquiry (
  person_id uuid NOT NULL, id uuid NOT NULL,
  kind text NOT NULL,                         -- code of the parameter person.enquiry-kinds
  asked_of text NOT NULL,                     -- who was asked: office, team or named person
  question text,                              -- what was asked, beyond the kind
  asked_on date NOT NULL,
  recorded_at timestamptz NOT NULL, recorded_by text NOT NULL, recorded_by_name text NOT NULL, team_code text,
  version integer NOT NULL DEFAULT 1,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX enquiry_by_asker ON person.enquiry (recorded_by, asked_on);
CALL platform.protect('person.enquiry');

CREATE TABLE person.enquiry_step (
  person_id uuid NOT NULL, id uuid NOT NULL, enquiry_id uuid NOT NULL,
  kind text NOT NULL,                         -- chased | answered | closed-unreturned
  on_day date NOT NULL,
  found text,                                 -- of an answer: nothing-known | something-known
  words text,                                 -- of an answer: what was said; else a note
  third_party boolean NOT NULL DEFAULT false, -- holds third-party or victim information: never disclosed
  at timestamptz NOT NULL, by text NOT NULL, by_name text NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX enquiry_step_of ON person.enquiry_step (person_id, enquiry_id, at);
CALL platform.protect('person.enquiry_step');
