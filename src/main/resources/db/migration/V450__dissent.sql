-- A dissenting opinion is told together with a decision that may be appealed (30 and 33 §§ FL).
alter table tidig.payment_obstacle add column dissent text;
alter table tidig.decision_demand add column dissent text;
