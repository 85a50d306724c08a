-- The job that starts and ends dated limits looks at the few limited people, not at everybody.
CREATE INDEX stub_limited ON person.stub (person_id) WHERE excluded OR restricted;
