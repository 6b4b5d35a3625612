package se.tidig.bundle.check.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import se.tidig.bundle.check.finding.Suggestion;

/**
 * Translates a schema error of the XML parser into Swedish for process owners. The parser's message depends on the
 * language of the machine, but its code and the words it quotes do not.
 */
final class SchemaFault {

    private static final Pattern CODE = Pattern.compile("^(cvc-[\\w.-]+?): ");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final Pattern PREFIX = Pattern.compile("UndeclaredPrefix: .*?'([^']*)'");
    private static final Pattern EXPECTED = Pattern.compile("(?:\"[^\"]*\":|\\w+:)?([\\w.-]+)");

    /** A longer list of names does not help a process owner. */
    private static final int MOST_TOLD = 4;

    private final String reason;
    private final List<String> quoted = new ArrayList<>();
    private final Set<String> names;

    /** @param names the names of all elements of the language */
    SchemaFault(String reason, Set<String> names) {
        this.reason = String.valueOf(reason);
        this.names = names;
        var words = QUOTED.matcher(this.reason);
        while (words.find()) {
            quoted.add(words.group(1));
        }
    }

    /** The fault in Swedish; if its code is rare, a general sentence with the first word that it quotes. */
    String swedish() {
        var code = CODE.matcher(reason);
        return switch (code.find() ? code.group(1) : "") {
            case "cvc-elt.1", "cvc-elt.1.a" -> unknown(name(0));
            case "cvc-complex-type.2.4.a", "cvc-complex-type.2.4.c", "cvc-complex-type.2.4.d" -> element();
            case "cvc-complex-type.2.4.b" ->
                "elementet \"" + name(0) + "\" är inte färdigt: där saknas " + String.join(" eller ", expected());
            case "cvc-complex-type.2.4.e", "cvc-complex-type.2.4.f" ->
                "elementet \"" + name(0) + "\" står för många gånger";
            case "cvc-complex-type.2.1", "cvc-complex-type.2.3", "cvc-type.3.1.2" ->
                "i elementet \"" + name(0) + "\" står något som inte får stå där";
            case "cvc-complex-type.3.2.2" -> "elementet \"" + name(1) + "\" får inte ha attributet \"" + word(0) + "\"";
            case "cvc-complex-type.4" -> "elementet \"" + name(1) + "\" saknar attributet \"" + word(0) + "\"";
            case "cvc-enumeration-valid" ->
                "värdet \"" + word(0) + "\" finns inte; något av dessa ska stå: " + word(1).replaceAll("[\\[\\]]", "");
            case "cvc-attribute.3" ->
                "värdet \"" + word(0) + "\" får inte stå i attributet \"" + word(1) + "\" på elementet \"" + name(2)
                        + "\"";
            case "cvc-type.3.1.3" -> "värdet \"" + word(0) + "\" får inte stå i elementet \"" + name(1) + "\"";
            case "cvc-datatype-valid.1.2.1", "cvc-datatype-valid.1.2.2", "cvc-datatype-valid.1.2.3" ->
                "värdet \"" + word(0) + "\" är av fel slag; där ska stå " + kind();
            case "cvc-pattern-valid" -> "värdet \"" + word(0) + "\" är skrivet på fel sätt";
            case "cvc-elt.4.2" -> "typen \"" + word(0) + "\" på elementet \"" + name(1) + "\" finns inte";
            case "cvc-id.1" -> "hänvisar till \"" + word(0) + "\", som inte finns i filen";
            case "cvc-id.2" -> "id \"" + word(0) + "\" förekommer flera gånger i filen";
            case "cvc-attribute.4", "cvc-elt.5.2.2.2.2" -> "värdet \"" + word(0) + "\" får inte stå där";
            case "cvc-complex-type.2.2", "cvc-type.3.1.1" ->
                "i elementet \"" + name(0) + "\" står något som inte får stå där";
            case "cvc-elt.3.1", "cvc-elt.3.2.1" -> "elementet \"" + name(0) + "\" får inte vara tomt (nil)";
            case "cvc-elt.4.1", "cvc-elt.4.3" -> "typen på ett element (xsi:type) kan inte stå där: " + word(0);
            case "cvc-type.2" -> "elementet \"" + name(0) + "\" finns inte";
            case "cvc-assess-elt.1.1.1" -> "elementet \"" + name(0) + "\" finns inte";
            case "cvc-minLength-valid", "cvc-maxLength-valid", "cvc-length-valid" ->
                "värdet \"" + word(0) + "\" är för långt eller för kort";
            case "cvc-minInclusive-valid",
                    "cvc-maxInclusive-valid",
                    "cvc-minExclusive-valid",
                    "cvc-maxExclusive-valid" -> "värdet \"" + word(0) + "\" är för stort eller för litet";
            default -> undeclared();
        };
    }

    private String undeclared() {
        var prefix = PREFIX.matcher(reason);
        return prefix.find()
                ? "prefixet " + prefix.group(1).replaceAll(":.*", "") + " är inte deklarerat i filen"
                : "något i den står på fel plats eller har fel värde"
                        + (quoted.isEmpty() ? "" : ", nära \"" + name(0) + "\"");
    }

    private String element() {
        if (!names.contains(name(0))) {
            return unknown(name(0));
        }
        var place = expected();
        return "elementet \"" + name(0) + "\" får inte stå på den platsen"
                + (place.isEmpty() || place.size() > MOST_TOLD ? "" : "; där väntas " + String.join(" eller ", place));
    }

    private String unknown(String name) {
        var near = Suggestion.of(name, expected());
        return "elementet \"" + name + "\" finns inte" + (near.isEmpty() ? Suggestion.of(name, names) : near);
    }

    private String kind() {
        return switch (word(1).replaceAll("^.*:", "")) {
            case "boolean" -> "true eller false";
            case "integer", "int", "long" -> "ett heltal";
            case "double", "float", "decimal" -> "ett tal";
            case "dateTime" -> "en tidpunkt, till exempel 2026-11-21T12:00:00";
            case "NCName", "ID", "IDREF", "QName" -> "ett id: bokstäver, siffror, bindestreck och understreck";
            default -> word(1);
        };
    }

    private String word(int index) {
        return index < quoted.size() ? quoted.get(index) : "";
    }

    /** The name of an element without its namespace. */
    private String name(int index) {
        return word(index).replaceAll("[{}]", "").replaceAll("^.*:", "");
    }

    /** The elements that are allowed in the place. */
    private TreeSet<String> expected() {
        var names = new TreeSet<String>();
        var found = EXPECTED.matcher(word(1).replaceAll("[{}]", ""));
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }
}
