-- Measures read the sentences of a period.
CREATE INDEX disposal_by_day ON sentence.disposal (sentenced_on);
