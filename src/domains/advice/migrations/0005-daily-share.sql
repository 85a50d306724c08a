-- What was published about a day of sentence, a row a court and one for all ('ALL'): written once, so that what is
-- recorded or corrected later does not change it. About courts, not about people; people with limited access are not
-- counted.
CREATE TABLE advice.daily_share (
  day date NOT NULL, court_code text NOT NULL,
  sentenced integer NOT NULL, with_report integer NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (day, court_code)
);
CALL platform.share('advice.daily_share');
