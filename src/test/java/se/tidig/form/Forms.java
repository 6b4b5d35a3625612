package se.tidig.form;

/** Small forms for tests. */
final class Forms {

    private Forms() {}

    /** A form of these components, written with single quotes. */
    static FormSchema of(String components) {
        return FormSchema.parse(("{'id':'test','schemaVersion':16,'executionPlatform':'Camunda Platform',"
                        + "'executionPlatformVersion':'7.24.0','type':'default','components':[" + components + "]}")
                .replace('\'', '"'));
    }
}
