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

/** An applicant, identified by its organisation number, as its newest application describes it. */
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

    /** Updates the organisation with what it now says about itself; fields that it leaves out are kept. */
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

    /** An organisation number of ten digits in the usual form, 802000-0006; any other text unchanged. */
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

    /** One of the applicant types of the application form; null if it was not answered. */
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

    /** The bankgiro or plusgiro account as given; a person verifies it before anything is paid. */
    public String giro() {
        return giro;
    }

    public List<Person> people() {
        return new ArrayList<>(people);
    }

    private static String kept(String now, String before) {
        return now == null ? before : now;
    }

    /** What an organisation says about itself; only the name is required. */
    public record Description(String name, String type, String email, String phone, String address, String giro) {}

    /**
     * A person who acts for the organisation.
     *
     * @param role in the organisation's own words, {@code ordförande}; null if it is not given
     */
    @Table(schema = "tidig", name = "organisation_person")
    public record Person(String name, String role) {}
}
