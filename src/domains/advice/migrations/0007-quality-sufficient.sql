-- Whether the reader found the report sufficient as a whole, apart from the score of its questions.
ALTER TABLE advice.report_check ADD COLUMN sufficient boolean NOT NULL;
-- A version is checked once.
CREATE UNIQUE INDEX one_check_of_report ON advice.report_check (person_id, report_id);
