package se.tidig.payment;

import java.util.List;
import org.springframework.data.repository.Repository;
import se.tidig.Reference;

/** Circumstances that people have noted about recipients. */
interface Circumstances extends Repository<Circumstance, Long> {

    Circumstance save(Circumstance circumstance);

    List<Circumstance> findByReferenceOrderById(Reference reference);
}
