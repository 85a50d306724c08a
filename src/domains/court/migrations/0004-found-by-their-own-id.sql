-- An address of a screen names the thing itself; its person is read from the row.
CREATE INDEX note_by_id ON court.note (id);
CREATE INDEX comment_by_id ON court.comment (id);
CREATE INDEX document_by_id ON court.document (id);
CREATE INDEX outcome_by_id ON court.outcome (id);
CREATE INDEX proposal_by_id ON court.proposal (id);
CREATE INDEX proposal_by_appearance ON court.proposal (person_id, appearance_id);
CREATE INDEX alert_by_appearance ON court.alert (person_id, appearance_id);
