-- What asked makes one request, also when it asks twice at the same instant.
DROP INDEX advice.request_by_source;
CREATE UNIQUE INDEX request_once ON advice.request (person_id, source_id);
