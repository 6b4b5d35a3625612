-- Administrators work for all boards: the engine shows them the cases of all, whatever boards stand at their account.
with widened as (
    update tidig.staff
    set boards = '{AB,C,D,E,F,G,H,I,K,M,N,O,S,T,U,W,X,Y,Z,AC,BD}'
    where 'camunda-admin' = any (groups)
        and not boards @> '{AB,C,D,E,F,G,H,I,K,M,N,O,S,T,U,W,X,Y,Z,AC,BD}'
    returning id, name, email, groups, boards
)
insert into tidig.staff_change (at, actor, person, what, name, email, groups, boards)
select current_timestamp, 'tidig', id, 'DETAILS', name, email, groups, boards from widened;

alter table tidig.staff add constraint administrator_of_all_boards check (
    not 'camunda-admin' = any (groups)
    or boards @> '{AB,C,D,E,F,G,H,I,K,M,N,O,S,T,U,W,X,Y,Z,AC,BD}'
);
