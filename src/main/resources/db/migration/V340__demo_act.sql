-- The parts of the demonstration that have been played, each written in the transaction that played it.
create table tidig.demo_act (
    name text primary key,
    made_at timestamptz not null
);
