-- Failed tries count by account and by address, so the key says which: 'name:ada' or 'address:192.0.2.7'.
ALTER TABLE platform.sign_in_failure RENAME COLUMN username_key TO key;

-- The last sign-in, so that an account nobody uses goes to sleep.
ALTER TABLE platform.account ADD COLUMN signed_in_at timestamptz;

-- Secrets of machine clients. 256 random bits, so a plain hash is enough; two may hold at once while one is replaced.
CREATE TABLE platform.client_secret (
  secret_hash bytea PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES platform.account,
  made_at timestamptz NOT NULL, made_by text NOT NULL,
  expires_at timestamptz,
  used_at timestamptz,
  ended_at timestamptz, ended_by text
);
CREATE INDEX client_secret_by_account ON platform.client_secret (account_id);
GRANT SELECT, INSERT, UPDATE ON platform.client_secret TO @web, @worker;
