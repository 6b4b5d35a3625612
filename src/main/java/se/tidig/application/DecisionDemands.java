package se.tidig.application;

import org.springframework.data.repository.ListCrudRepository;

/** The demands that a case be decided, by the case's reference. */
public interface DecisionDemands extends ListCrudRepository<DecisionDemand, String> {}
