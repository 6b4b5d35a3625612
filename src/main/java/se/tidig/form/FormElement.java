package se.tidig.form;

/** Something that stands on a page of a form. */
public sealed interface FormElement permits FormQuestion, FormGroup, FormRows, FormNote, FormTable {

    /** The name of the fragment that shows it. */
    String kind();

    /** Its id on the page. */
    String id();
}
