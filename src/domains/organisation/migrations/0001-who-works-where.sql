-- Where probation work is done. Rows are never deleted: one that ends gets its last day, a changed one a new row.
-- valid_to is the last day it held, null while it holds.
CREATE SCHEMA organisation;
GRANT USAGE ON SCHEMA organisation TO @web, @worker, @matcher, @stats;

CREATE TABLE organisation.region (
  code text NOT NULL, name text NOT NULL,
  valid_from date NOT NULL, valid_to date,
  PRIMARY KEY (code, valid_from)
);
CALL platform.share('organisation.region');

CREATE TABLE organisation.provider (
  code text NOT NULL, name text NOT NULL,
  private boolean NOT NULL,                   -- a contracted provider: sees only the people allocated to it
  valid_from date NOT NULL, valid_to date,
  PRIMARY KEY (code, valid_from)
);
CALL platform.share('organisation.provider');

CREATE TABLE organisation.delivery_unit (
  code text NOT NULL, name text NOT NULL, region_code text NOT NULL,
  valid_from date NOT NULL, valid_to date,
  PRIMARY KEY (code, valid_from)
);
CALL platform.share('organisation.delivery_unit');

CREATE TABLE organisation.team (
  code text NOT NULL, name text NOT NULL, delivery_unit_code text NOT NULL, provider_code text NOT NULL,
  valid_from date NOT NULL, valid_to date,
  PRIMARY KEY (code, valid_from)
);
CREATE INDEX team_by_delivery_unit ON organisation.team (delivery_unit_code);
CALL platform.share('organisation.team');

CREATE TABLE organisation.court (
  code text NOT NULL,                         -- the first five characters of the organisation unit code
  kind text NOT NULL,                         -- magistrates | crown
  name text NOT NULL, area text NOT NULL,
  psa_code text,                              -- petty sessions area, by which result messages name the court
  active boolean NOT NULL,                    -- whether this service takes in its lists
  valid_from date NOT NULL, valid_to date,
  PRIMARY KEY (code, valid_from)
);
CREATE INDEX court_by_psa_code ON organisation.court (psa_code);
CALL platform.share('organisation.court');
