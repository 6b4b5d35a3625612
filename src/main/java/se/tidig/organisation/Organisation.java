package se.tidig.organisation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** An applicant, by its organisation number, as its newest application describes it. */
@Table(schema = "tidig", name = "organisation")
public class Organisation {

    @Id
    private String number;

    private String name;
    private String type;
    private String email;
    private String phone;
    private String address;
    private String giro;

    @MappedCollection(idColumn = "organisation")
    private Set<Person> people = new HashSet<>();

    @Version
    private Integer version;

    @Column("updated_at")
    private Instant updatedAt;

    private Organisation() {}

    /** Takes what the organisation now says about itself; what it leaves out is kept. */
    public void describe(Description description, List<Person> people, Instant at) {
        name = description.name();
        type = kept(description.type(), type);
        email = kept(description.email(), email);
        phone = kept(description.phone(), phone);
        address = kept(description.address(), address);
        giro = kept(description.giro(), giro);
        if (!people.isEmpty()) {
            this.people = new HashSet<>(people);
        }
        updatedAt = at;
    }

    /** An organisation number of ten digits as people write it, 802000-0006; anything else as it is. */
    public static String written(String number) {
        return number == null || !number.matches("\\d{10}")
                ? number
                : number.substring(0, 6) + "-" + number.substring(6);
    }

    public String number() {
        return number;
    }

    public String name() {
        return name;
    }

    /** One of the applicant types of the application form; null where it was left open. */
    public String type() {
        return type;
    }

    public String email() {
        return email;
    }

    public String phone() {
        return phone;
    }

    public String address() {
        return address;
    }

    /** Bankgiro or plusgiro as given; verified before anything is paid. */
    public String giro() {
        return giro;
    }

    public List<Person> people() {
        return new ArrayList<>(people);
    }

    private static String kept(String now, String before) {
        return now == null ? before : now;
    }

    /** What an organisation says about itself; only the name is always there. */
    public record Description(String name, String type, String email, String phone, String address, String giro) {}

    /**
     * Somebody who acts for the organisation.
     *
     * @param role as the organisation calls it, {@code ordförande}; null where it is not told
     */
    @Table(schema = "tidig", name = "organisation_person")
    public record Person(String name, String role) {}
}
