-- A message names several people. When the limits of one of them change, its flags are worked out again from all of
-- them, by an administrator who may be allowed to see none: for that one statement, the people whose limits change are
-- named in app.flagging, and the messages about them can be reached. It is empty at all other times.
CREATE POLICY flagging ON court.message TO @web
  USING (platform.someone() AND people && coalesce(nullif(current_setting('app.flagging', true), ''), '{}')::uuid[]);
