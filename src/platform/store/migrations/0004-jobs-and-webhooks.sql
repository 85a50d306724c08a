-- What jobs did, for the page of what ran, failed and waits. The queue itself is graphile-worker's own schema, local
-- to the coordinator when tables are spread over servers.
CREATE TABLE platform.job_run (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at timestamptz NOT NULL,
  attempt integer NOT NULL,
  failed boolean NOT NULL,
  gave_up boolean NOT NULL DEFAULT false,
  problem text                                -- kind of the fault and where; never its data
);
CREATE INDEX job_run_by_time ON platform.job_run (started_at);
CALL platform.share('platform.job_run', true);

-- Adds a job inside the caller's transaction: it is there if, and only if, the transaction commits. Runs as the owner,
-- because the queue's tables are closed to everyone but the worker.
CREATE FUNCTION platform.add_job(in_name text, in_payload json, in_run_at timestamptz, in_key text, in_attempts integer)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job(in_name, in_payload, NULL, in_run_at, in_attempts, in_key);
END $$;
REVOKE ALL ON FUNCTION platform.add_job FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.add_job TO @web, @worker;

-- What waits, runs or has given up, without payloads.
CREATE FUNCTION platform.queued_jobs()
RETURNS TABLE (id bigint, name text, run_at timestamptz, attempts integer, max_attempts integer, locked_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT j.id, t.identifier::text, j.run_at, j.attempts::integer, j.max_attempts::integer, j.locked_at
    FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    ORDER BY j.run_at, j.id LIMIT 500;
END $$;
REVOKE ALL ON FUNCTION platform.queued_jobs FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.queued_jobs TO @web, @worker;

-- Where events are sent to.
CREATE TABLE platform.webhook (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  url text NOT NULL,
  event_types text[] NOT NULL,                -- empty: every event
  secret text NOT NULL,                       -- sealed with the deployment's secret
  limited boolean NOT NULL DEFAULT false,     -- whether it may know of events about limited-access people
  opened_at timestamptz NOT NULL, opened_by text NOT NULL,
  closed_at timestamptz, closed_by text,
  version integer NOT NULL DEFAULT 1
);
CALL platform.share('platform.webhook');

-- One event on its way to one webhook.
CREATE TABLE platform.delivery (
  person_id uuid NOT NULL,
  id uuid NOT NULL,
  webhook_id uuid NOT NULL,
  event_id uuid NOT NULL,
  event_type text NOT NULL,
  made_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  tried_at timestamptz,
  answer text,                                -- the last answer: a status, or the kind of the fault
  delivered_at timestamptz,
  dead_at timestamptz,
  replay_of uuid,
  excluded boolean NOT NULL DEFAULT false,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX delivery_by_webhook ON platform.delivery (webhook_id, made_at DESC);
CALL platform.protect('platform.delivery', true);
