package se.tidig.engine;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.organisation.Board;

/**
 * Changes the accounts of staff. Each change is journaled with who made it and what the account was afterwards. An
 * administrator never learns a password that does more than let its owner choose another. If they could log in as the
 * decider, one person could both propose and decide.
 */
@Service
public class StaffAccountService {

    private static final int FIRST_PASSWORD_BYTES = 15;

    private final StaffRegister register;
    private final PasswordEncoder passwords;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    StaffAccountService(
            StaffRegister register,
            PasswordEncoder passwords,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.register = register;
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** A person is away or has left; the tasks that they had claimed are released. */
    public record Away(String person) {}

    /** A person has other groups or boards; the tasks that they may no longer do are released. */
    public record Moved(String person) {}

    /** The name, address and boards of a person. */
    public record Details(String name, String email, Set<Board> boards) {}

    private enum Act {
        ADDED,
        DETAILS,
        GROUPS,
        FIRST_PASSWORD,
        OWN_PASSWORD,
        TASKS_FREED,
        ENDED,
        RESUMED
    }

    /**
     * Adds a person.
     *
     * @return the first password, which is not stored
     * @throws IllegalArgumentException if the id is invalid, if somebody has or had the same id in any letter case, or
     *     if an administrator would not work for all boards
     */
    @Transactional
    public String add(String id, Details details, Set<String> groups, Actor actor) {
        register.lock();
        if (register.isTaken(id)) {
            throw new IllegalArgumentException("The id is taken: " + id);
        }
        var first = firstPassword();
        save(
                new Staff(
                        id,
                        details.name(),
                        details.email(),
                        passwords.encode(first),
                        groups,
                        details.boards(),
                        true,
                        true),
                Act.ADDED,
                actor);
        return first;
    }

    @Transactional
    public void change(String person, Details details, Actor actor) {
        save(locked(person).with(details.name(), details.email(), details.boards()), Act.DETAILS, actor);
        events.publishEvent(new Moved(person));
    }

    /** Replaces the person's groups with these. */
    @Transactional
    public void assign(String person, Set<String> groups, Actor actor) {
        save(locked(person).with(groups), Act.GROUPS, actor);
        events.publishEvent(new Moved(person));
    }

    /**
     * Creates a new first password for a person who has forgotten theirs; the old one is no longer accepted.
     *
     * @return the password, which is not stored
     */
    @Transactional
    public String renewPassword(String person, Actor actor) {
        var first = firstPassword();
        save(locked(person).withPassword(passwords.encode(first), true), Act.FIRST_PASSWORD, actor);
        return first;
    }

    /** Stores the password that the person has chosen and nobody else knows. */
    @Transactional
    public void choosePassword(String person, String chosen) {
        save(locked(person).withPassword(passwords.encode(chosen), false), Act.OWN_PASSWORD, Actor.of(person));
    }

    /** Gives the tasks that a person has claimed back to their groups, for instance if the person is ill. */
    @Transactional
    public void freeTasks(String person, Actor actor) {
        save(locked(person), Act.TASKS_FREED, actor);
        events.publishEvent(new Away(person));
    }

    /** Ends the account; the name remains in records, and the id is never given to another person. */
    @Transactional
    public void end(String person, Actor actor) {
        save(locked(person).with(false), Act.ENDED, actor);
        events.publishEvent(new Away(person));
    }

    /**
     * Reopens an ended account. Its old password and sessions remain invalid, because others may have them by now.
     *
     * @return a new first password, which is not stored
     */
    @Transactional
    public String resume(String person, Actor actor) {
        var first = firstPassword();
        save(locked(person).with(true).withPassword(passwords.encode(first), true), Act.RESUMED, actor);
        return first;
    }

    /**
     * Reads the account and locks it until the transaction ends, so that two administrators do not overwrite each
     * other's changes.
     */
    private Staff locked(String person) {
        jdbc.sql("select id from tidig.staff where id = ? for update")
                .param(person)
                .query(String.class)
                .single();
        return register.findEver(person).orElseThrow();
    }

    private void save(Staff person, Act act, Actor actor) {
        register.save(person);
        jdbc.sql(
                        """
                        insert into tidig.staff_change (at, actor, person, what, name, email, groups, boards)
                        values (?, ?, ?, ?, ?, ?, cast(? as text[]), cast(? as text[]))
                        """)
                .params(
                        clock.instant().atOffset(ZoneOffset.UTC),
                        Actor.text(actor),
                        person.id(),
                        act.name(),
                        person.name(),
                        person.email(),
                        "{" + String.join(",", person.groups()) + "}",
                        person.boards().stream().map(Board::name).collect(Collectors.joining(",", "{", "}")))
                .update();
    }

    private String firstPassword() {
        var bytes = new byte[FIRST_PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
