-- What is delivered where. A change is a new row with the next version, so what was known on any day can be read back;
-- the row with the highest version holds. Null is not known.
CREATE TABLE organisation.delivered_option (
  delivery_id uuid NOT NULL, version integer NOT NULL,
  area_code text NOT NULL,                    -- a delivery unit, or a region for all of its units
  option text NOT NULL,                       -- see parameters/deliverable-options.ts
  runs boolean,
  provider text, place text,
  next_start_on date, wait_weeks integer, hours_a_week double precision,
  times jsonb,                                -- [{weekday, from, to}] in minutes after midnight; [] is any time
  activities jsonb NOT NULL DEFAULT '[]',     -- [{name, provider, qualityStandard}]
  note text,
  ended boolean NOT NULL DEFAULT false,       -- no longer listed; its history stays
  kept_at timestamptz NOT NULL, kept_by text NOT NULL, kept_by_name text NOT NULL,
  PRIMARY KEY (delivery_id, version)
);
CREATE INDEX delivered_option_by_area ON organisation.delivered_option (area_code, option);
CALL platform.share('organisation.delivered_option');

-- Somebody looked at an entry and found it right, or kept it newly.
CREATE TABLE organisation.delivery_check (
  delivery_id uuid NOT NULL, id uuid NOT NULL, version integer NOT NULL,
  checked_on date NOT NULL, checked_at timestamptz NOT NULL, checked_by text NOT NULL, checked_by_name text NOT NULL,
  PRIMARY KEY (delivery_id, id)
);
CALL platform.share('organisation.delivery_check');

-- The way to help with one need, with who answers for it; a change is a new version here too.
CREATE TABLE organisation.pathway (
  pathway_id uuid NOT NULL, version integer NOT NULL,
  area_code text NOT NULL,
  need text NOT NULL,                         -- see parameters/deliverable-options.ts
  name text NOT NULL, owner text, partner text, how_to_refer text, review_on date, gap text,
  ended boolean NOT NULL DEFAULT false,
  kept_at timestamptz NOT NULL, kept_by text NOT NULL, kept_by_name text NOT NULL,
  PRIMARY KEY (pathway_id, version)
);
CREATE INDEX pathway_by_area ON organisation.pathway (area_code, need);
CALL platform.share('organisation.pathway');
