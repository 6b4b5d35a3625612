package se.tidig.register;

import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.assessment.Recusals;
import se.tidig.engine.Staff;
import se.tidig.engine.StaffRegister;

/** Reads who a person is in the register. */
@Component
public class ViewerReader {

    private final StaffRegister staff;
    private final Recusals recusals;

    ViewerReader(StaffRegister staff, Recusals recusals) {
        this.staff = staff;
        this.recusals = recusals;
    }

    /** Empty for a person who sees no cases: one who is not staff, or only an owner of models. */
    public Optional<Viewer> find(String id) {
        return staff.find(id)
                .filter(Staff::seesCases)
                .map(person -> Viewer.of(
                        person,
                        recusals.recusedFrom(Actor.of(id)).stream()
                                .map(Reference::value)
                                .collect(Collectors.toSet())));
    }
}
