-- Signed roots over the heads of all audit streams. Also appended to a file outside the database, so that neither
-- the tail of a stream nor an anchor can be taken away unseen. Only ever added to.
CREATE TABLE platform.audit_anchor (
  n bigint PRIMARY KEY,
  at timestamptz NOT NULL,
  body text NOT NULL,                         -- canonical text; the signature covers this
  signature bytea NOT NULL                    -- ed25519
);
GRANT SELECT ON platform.audit_anchor TO @web, @worker;
GRANT INSERT ON platform.audit_anchor TO @worker;
