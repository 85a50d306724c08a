-- The case list by court and day (stack.md section 7, rule 4), written with the facts it shows.
-- A place is the slim stub everyone at the court may count: a limited person shows there as a CRN and no more.
-- exception: rule 1 because the list of a court and day is read whole
CREATE TABLE court.list_place (
  court_code text NOT NULL, day date NOT NULL, id uuid NOT NULL,
  person_id uuid NOT NULL, crn text,
  room text NOT NULL, starts_at time NOT NULL, session text, list_no text,
  appearance_id uuid NOT NULL, hearing_id uuid NOT NULL,
  removed_at timestamptz,
  excluded boolean NOT NULL DEFAULT false, restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (court_code, day, id)
);
CREATE INDEX list_place_by_person ON court.list_place (person_id);
CREATE INDEX list_place_by_appearance ON court.list_place (appearance_id);
ALTER TABLE court.list_place ENABLE ROW LEVEL SECURITY;
ALTER TABLE court.list_place FORCE ROW LEVEL SECURITY;
CREATE POLICY identified ON court.list_place TO @web, @worker USING (platform.someone());
GRANT SELECT, INSERT, UPDATE, DELETE ON court.list_place TO @web, @worker;

-- exception: rule 1 because it lies beside its list_place, by court and day
CREATE TABLE court.list_entry (
  court_code text NOT NULL, day date NOT NULL, id uuid NOT NULL,
  person_id uuid NOT NULL, record_person_id uuid, crn text,
  appearance_id uuid NOT NULL, hearing_id uuid NOT NULL, case_id uuid NOT NULL, defendant_id uuid NOT NULL,
  source text NOT NULL, urn text, case_no text, hearing_type text,
  defendant_type text NOT NULL, name text NOT NULL, surname_key text NOT NULL, date_of_birth date, sex text,
  room text NOT NULL, starts_at time NOT NULL, session text, list_no text,
  offences jsonb NOT NULL,                    -- titles in order, with the serious further offence mark
  application_kinds text[] NOT NULL DEFAULT '{}',
  match_state text NOT NULL,
  probation_status text NOT NULL,             -- CURRENT | PREVIOUSLY_KNOWN | NOT_SENTENCED | UNCONFIRMED_NO_RECORD | CONFIRMED_NO_RECORD
  ended_on date,
  possible boolean NOT NULL, awaiting_report boolean NOT NULL, breach boolean NOT NULL,
  suspended_sentence boolean NOT NULL, serious_further boolean NOT NULL,
  next_hearing boolean NOT NULL DEFAULT false,
  first_seen_on date NOT NULL,
  preparation text NOT NULL, outcome_not_required boolean NOT NULL DEFAULT false,
  outcome_state text, outcome_types text[] NOT NULL DEFAULT '{}',
  removed_at timestamptz, removed_because text,
  excluded boolean NOT NULL DEFAULT false, restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (court_code, day, id)
);
CREATE INDEX list_entry_by_person ON court.list_entry (person_id);
CREATE INDEX list_entry_by_appearance ON court.list_entry (appearance_id);
CREATE INDEX list_entry_possible ON court.list_entry (day, starts_at) WHERE match_state = 'POSSIBLE';
CALL platform.protect('court.list_entry', true);
