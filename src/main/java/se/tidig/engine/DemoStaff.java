package se.tidig.engine;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.organisation.Board;

/** The staff of the demonstration: people at three boards, and the roles that work for all boards. */
@Component
public class DemoStaff {

    /** Password of every demonstration account. */
    public static final String PASSWORD = "tidig-demo";

    private final StaffRegister register;
    private final PasswordEncoder passwords;

    DemoStaff(StaffRegister register, PasswordEncoder passwords) {
        this.register = register;
        this.passwords = passwords;
    }

    /** Adds the accounts; existing ones are left unchanged. */
    @Transactional
    public void create() {
        var hash = passwords.encode(PASSWORD);
        var all = EnumSet.allOf(Board.class);
        add(hash, "admin", "Annika Admin", all, StaffGroup.ADMINISTRATORS);
        add(hash, "coordinator", "Cecilia Samordnare", all, StaffGroup.COORDINATORS);
        add(hash, "processOwner", "Per Processägare", all, StaffGroup.PROCESS_OWNERS);
        man(hash, Board.K, "Rut Ek", "Olle Berg", "Siv Dal", "Bo Lund", "Hanna Strand", "Eva Holm", "Arne Sjö");
        man(hash, Board.H, "Rolf Alm", "Ove Lind", "Sara Kvist", "Britt Näs", "Henrik Vik", "Erik Hav", "Asta Ö");
        man(hash, Board.F, "Rita Gran", "Oskar Hed", "Signe Å", "Bengt Fors", "Helga Ås", "Elin Bäck", "Axel Mo");
    }

    private void man(String hash, Board board, String... names) {
        var here = Set.of(board);
        var letter = board.name();
        add(hash, "registrar" + letter, names[0], here, StaffGroup.REGISTRARS);
        add(hash, "officer" + letter + "1", names[1], here, StaffGroup.CASE_OFFICERS);
        add(hash, "officer" + letter + "2", names[2], here, StaffGroup.CASE_OFFICERS);
        add(hash, "decider" + letter, names[3], here, StaffGroup.DECISION_MAKERS);
        add(hash, "head" + letter, names[4], here, StaffGroup.HEADS_OF_UNIT);
        add(hash, "finance" + letter + "1", names[5], here, StaffGroup.FINANCE_OFFICERS);
        add(hash, "finance" + letter + "2", names[6], here, StaffGroup.FINANCE_APPROVERS);
    }

    private void add(String hash, String id, String name, Set<Board> boards, StaffGroup group) {
        if (register.find(id).isEmpty()) {
            var email = id.toLowerCase() + "@lansstyrelsen.example";
            register.save(new Staff(id, name, email, hash, Set.copyOf(List.of(group.id())), boards, true));
        }
    }
}
