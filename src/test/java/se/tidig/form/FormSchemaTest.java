package se.tidig.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormSchemaTest {

    @Test
    void keysOfGroupsAndRowsCarryTheirPath() {
        var form = Forms.of(
                """
                {'type':'textfield','id':'a','key':'summary'},
                {'type':'group','id':'g','path':'applicant','components':[{'type':'textfield','id':'n','key':'name'}]},
                {'type':'group','id':'h','components':[{'type':'number','id':'m','key':'amount'}]},
                {'type':'dynamiclist','id':'d','path':'budgetLines','disableCollapse':true,
                 'components':[{'type':'number','id':'x','key':'amount'}]}""");
        assertThat(form.problems()).isEmpty();
        assertThat(form.inputKeys())
                .containsExactly("summary", "applicant.name", "amount", "budgetLines", "budgetLines.amount");
        assertThat(form.component("applicant.name")).isPresent();
    }

    @Test
    void readsAreTheNamesOfDataFromOutside() {
        var form = Forms.of(
                """
                {'type':'text','id':'t','text':'Sökande: {{applicantName}}{{#if late}} (sen: {{days}}){{/if}}'},
                {'type':'text','id':'l','text':'{{#loop findings}}{{reason}} {{parent.reference}}{{/loop}}'},
                {'type':'table','id':'tb','dataSource':'=partners','columns':[]},
                {'type':'select','id':'s','key':'county','valuesKey':'counties','validate':{'max':'=ceiling'}},
                {'type':'taglist','id':'tl','key':'tags','valuesExpression':'=tagChoices'},
                {'type':'number','id':'n','key':'amount','label':'=amountLabel',
                 'conditional':{'hide':'=county = null'},'readonly':'=locked'}""");
        assertThat(form.problems()).isEmpty();
        assertThat(form.reads())
                .containsExactlyInAnyOrder(
                        "applicantName",
                        "late",
                        "days",
                        "findings",
                        "reference",
                        "partners",
                        "counties",
                        "ceiling",
                        "tagChoices",
                        "amountLabel",
                        "locked");
    }

    @Test
    void routingKeysAreShortScalars() {
        var form = Forms.of(
                """
                {'type':'radio','id':'r','key':'outcome','properties':{'routing':'true'},'values':[{'label':'Ja','value':'YES'}]},
                {'type':'checkbox','id':'c','key':'agreed','properties':{'routing':'true'}},
                {'type':'number','id':'n','key':'amount'}""");
        assertThat(form.problems()).isEmpty();
        assertThat(form.routingKeys()).containsExactly("outcome", "agreed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'textarea','id':'a','key':'a','properties':{'routing':'true'}}",
                "{'type':'checklist','id':'a','key':'a','properties':{'routing':'true'},'values':[{'value':'A'}]}",
                "{'type':'filepicker','id':'a','key':'a'}",
                "{'type':'iframe','id':'a','url':'https://example.org'}",
                "{'id':'a','key':'a'}",
                "'text'",
                "{'type':'textfield','id':'a'}",
                "{'type':'textfield','id':'a','key':'a b'}",
                "{'type':'textfield','id':'a','key':'a'},{'type':'number','id':'b','key':'a'}",
                "{'type':'textfield','id':'a','key':'a'},{'type':'number','id':'a','key':'b'}",
                "{'type':'textfield','id':'a','key':'a','properties':{'check':'unheard'}}",
                "{'type':'datetime','id':'a','key':'a','subtype':'date','properties':{'notBefore':'unheard'}}",
                "{'type':'textfield','id':'a','key':'a','validate':{'pattern':'['}}",
                "{'type':'number','id':'a','key':'a','validate':{'min':'many'}}",
                "{'type':'number','id':'a','key':'a','validate':{'min':'=b >'}}",
                "{'type':'number','id':'a','key':'a','conditional':{'hide':'a'}}",
                "{'type':'number','id':'a','key':'a','conditional':{'hide':['=b']}}",
                "{'type':'number','id':'a','key':'a','conditional':[{'hide':'=b'}]}",
                "{'type':'number','id':'a','key':'a','conditional':{'hide':'=is defined(a)'}}",
                "{'type':'number','id':'a','key':'a','conditional':{'hide':'=a > \"12\"'}}",
                "{'type':'textfield','id':'a','key':'a','conditional':{'hide':'=a > 12'}}",
                "{'type':'textfield','id':'a','key':'a','disabled':'=true'}",
                "{'type':'select','id':'a','key':'a'}",
                "{'type':'text','id':'a','text':'{{#if x}}'}",
                "{'type':'text','id':'a','text':'{{x}}{{/if}}'}",
                "{'type':'text','id':'a','text':'{{string(x)}}'}",
                "{'type':'dynamiclist','id':'d','path':'d','components':[]}",
                "{'type':'dynamiclist','id':'d','path':'d','disableCollapse':true}",
                "{'type':'dynamiclist','id':'d','disableCollapse':true,'components':[]}",
                "{'type':'dynamiclist','id':'d','path':'d','disableCollapse':true,'components':"
                        + "[{'type':'textfield','id':'a','key':'a','disabled':true}]}",
                "{'type':'dynamiclist','id':'d','path':'d','disableCollapse':true,'components':"
                        + "[{'type':'checkbox','id':'a','key':'a','properties':{'routing':'true'}}]}",
                "{'type':'group','id':'g'}"
            })
    void whatCannotBeShownOrCheckedIsOneProblemWithCauseAndRemedy(String component) {
        assertThat(Forms.of(component).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.cause()).isNotBlank();
            assertThat(problem.remedy()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"id\":\"a\",\"schemaVersion\":16,\"executionPlatform\":\"Camunda Platform\"}",
                "{\"schemaVersion\":16,\"executionPlatform\":\"Camunda Platform\",\"components\":[]}",
                "{\"id\":\"a\",\"schemaVersion\":17,\"executionPlatform\":\"Camunda Platform\",\"components\":[]}",
                "{\"id\":\"a\",\"schemaVersion\":16,\"executionPlatform\":\"Camunda Cloud\",\"components\":[]}"
            })
    void anUnreadableFormIsAProblemAndNeverAnException(String json) {
        assertThat(FormSchema.parse(json).problems()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'textfield','id':'a','key':'a','properties':{'paperOnly':'ja'}}",
                "{'type':'textfield','id':'a','key':'a','properties':{'optional':'false'}}",
                "{'type':'textfield','id':'a','key':'a','properties':{'upload':'true'}}",
                "{'type':'dynamiclist','id':'l','path':'l','disableCollapse':true,'properties':{'sum':'gone'},"
                        + "'components':[{'type':'number','id':'n','key':'n'}]}",
                "{'type':'dynamiclist','id':'l','path':'l','disableCollapse':true,'components':["
                        + "{'type':'checkbox','id':'c','key':'c','properties':{'upload':'true'}}]}"
            })
    void aPropertyOfThePortalThatCannotHoldIsTold(String component) {
        assertThat(Forms.of(component).problems()).hasSize(1);
    }
}
