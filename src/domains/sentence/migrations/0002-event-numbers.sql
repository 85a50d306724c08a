-- Events are counted 1, 2, 3 for each person; the row is what two recordings at once wait for.
-- exception: flags because it holds an id and a count only
CREATE TABLE sentence.event_count (person_id uuid PRIMARY KEY, events integer NOT NULL);
CALL platform.share('sentence.event_count');
