CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- One row for each surname word with each forename word of each name of a person, in upper case.
CREATE TABLE person.search_entry (
  person_id uuid NOT NULL, id uuid NOT NULL,
  surname text NOT NULL, forename text NOT NULL, dob date,
  own boolean NOT NULL,                       -- the name on the record, or another name
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX search_by_name ON person.search_entry (surname, forename, dob);
CREATE INDEX search_by_forename ON person.search_entry (forename, surname, dob);
CREATE INDEX search_by_dob ON person.search_entry (dob, surname);
CALL platform.protect('person.search_entry', true);

-- Distinct words of names that at least one person open to everybody bears. Similarity is not leak-proof, so under row
-- security it would read the whole table; these tables name no person and are read only through the functions below.
CREATE TABLE person.surname_token (token text PRIMARY KEY, sound text NOT NULL);
CREATE TABLE person.forename_token (token text PRIMARY KEY, sound text NOT NULL);
CREATE INDEX surname_token_alike ON person.surname_token USING gin (token gin_trgm_ops);
CREATE INDEX forename_token_alike ON person.forename_token USING gin (token gin_trgm_ops);
CREATE INDEX surname_token_sound ON person.surname_token (sound);
CREATE INDEX forename_token_sound ON person.forename_token (sound);

CREATE FUNCTION person.near_surnames(typed text, typed_sound text, want integer)
RETURNS TABLE (token text, alike real, sounds boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT t.token, similarity(t.token, typed), t.sound = typed_sound
    FROM person.surname_token t
   WHERE platform.someone() AND (t.token % typed OR t.sound = typed_sound)
   ORDER BY 2 DESC, 3 DESC, 1 LIMIT want
$$;
CREATE FUNCTION person.near_forenames(typed text, typed_sound text, want integer)
RETURNS TABLE (token text, alike real, sounds boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT t.token, similarity(t.token, typed), t.sound = typed_sound
    FROM person.forename_token t
   WHERE platform.someone() AND (t.token % typed OR t.sound = typed_sound)
   ORDER BY 2 DESC, 3 DESC, 1 LIMIT want
$$;
-- Words in ascending order, so that two writers never wait for each other in a ring.
CREATE FUNCTION person.keep_tokens(surnames text[], surname_sounds text[], forenames text[], forename_sounds text[])
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO person.surname_token
    SELECT * FROM unnest(surnames, surname_sounds) AS given (token, sound)
     WHERE platform.someone() ORDER BY token ON CONFLICT DO NOTHING;
  INSERT INTO person.forename_token
    SELECT * FROM unnest(forenames, forename_sounds) AS given (token, sound)
     WHERE platform.someone() ORDER BY token ON CONFLICT DO NOTHING;
$$;
CREATE FUNCTION person.drop_tokens(surnames text[], forenames text[])
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM person.surname_token WHERE platform.someone() AND token = ANY (surnames);
  DELETE FROM person.forename_token WHERE platform.someone() AND token = ANY (forenames);
$$;
REVOKE ALL ON FUNCTION person.near_surnames, person.near_forenames, person.keep_tokens, person.drop_tokens FROM PUBLIC;
GRANT EXECUTE ON FUNCTION person.near_surnames, person.near_forenames, person.keep_tokens, person.drop_tokens TO @web, @worker;
