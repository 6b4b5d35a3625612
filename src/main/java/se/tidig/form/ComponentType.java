package se.tidig.form;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The form-js 1.8.7 components that Tasklist and the portal can show. */
public enum ComponentType {
    TEXTFIELD(true),
    TEXTAREA(true),
    NUMBER(true),
    CHECKBOX(true),
    CHECKLIST(true),
    RADIO(true),
    SELECT(true),
    TAGLIST(true),
    DATETIME(true),
    EXPRESSION(true),
    TEXT(false),
    HTML(false),
    TABLE(false),
    GROUP(false),
    DYNAMICLIST(false),
    SEPARATOR(false),
    SPACER(false),
    BUTTON(false),
    IMAGE(false);

    private final boolean keyed;

    ComponentType(boolean keyed) {
        this.keyed = keyed;
    }

    /** Whether a component of this type holds one answer under its key. */
    public boolean keyed() {
        return keyed;
    }

    /** Whether the answer is one or several of given options. */
    public boolean choice() {
        return this == RADIO || this == SELECT || several();
    }

    /** Whether the answer is a list of options. */
    public boolean several() {
        return this == CHECKLIST || this == TAGLIST;
    }

    /** The name in the form file. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ComponentType> byId(String id) {
        return Arrays.stream(values()).filter(type -> type.id().equals(id)).findFirst();
    }
}
