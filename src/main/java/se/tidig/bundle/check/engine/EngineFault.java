package se.tidig.bundle.check.engine;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map.Entry;
import java.util.regex.Pattern;

/**
 * Translates the messages of the engine's parsers into Swedish for process owners. A rare message is replaced by a
 * general sentence; the finding still names the element.
 */
final class EngineFault {

    private static final List<Entry<Pattern, String>> WORDS = List.of(
            word("Unsupported intermediate catch event type", "händelsen säger inte vad den väntar på"),
            word("Unsupported boundary event type", "händelsen har en definition som motorn inte kör på ett steg"),
            word("IntermediateCatchLinkEvent is not allowed", "en länk får inte stå efter en händelsestyrd gateway"),
            word("Missing parameter 'source' or 'sourceExpression'", "en rad in eller ut i anropet lämnar ingenting"),
            word("Empty attribute '(\\w+)' when passing", "en rad in eller ut i anropet har ett tomt $1"),
            word("Missing attribute 'target' when", "en rad in eller ut i anropet saknar target"),
            word("loopCardinality must be defined", "upprepningen har en tom loopCardinality"),
            word(
                    "Either loopCardinality or",
                    "upprepningen säger inte hur många gånger: loopCardinality eller collection"),
            word(
                    "LoopDataInputRef/activiti:collection must be",
                    "upprepningen har elementVariable men ingen collection"),
            word("Attribute 'event' must be one of \\{(.*?)}", "lyssnarens event är inget av $1"),
            word("Attribute 'event' is mandatory", "lyssnaren säger inte vid vilket event"),
            word("Element 'id' is mandatory on taskListener", "en lyssnare på tid (timeout) saknar id"),
            word("Element 'timerEventDefinition' is mandatory on task", "en lyssnare på tid (timeout) saknar tid"),
            word("camunda:inputOutput mapping unsupported", "elementet kan inte ha indata och utdata (inputOutput)"),
            word("camunda:outputParameter not allowed", "elementet kan inte ha utdata (outputParameter)"),
            word("Missing attribute 'name' for (\\w+)", "en $1 saknar namn"),
            word("Nested parameter can at most", "en indata eller utdata har mer än ett element i sig"),
            word("'errorRef' attribute is mandatory", "sluthändelsen säger inte vilket fel den ger (errorRef)"),
            word("'errorCode' is mandatory", "felet som sluthändelsen ger har ingen errorCode"),
            word("(escalation end|throwing escalation) event must", "eskaleringen har ingen escalationCode"),
            word("escalationEventDefinition does not have", "händelsen säger inte vilken eskalering (escalationRef)"),
            word("multiple elements with tag name (\\w+)", "$1 står flera gånger i samma element"),
            word("sequence flow points to link event", "länken har ingen mottagare med samma namn"),
            word("Multiple Intermediate Catch Events with the same link", "två länkar tar emot under samma namn"),
            word(
                    "Invalid (incoming|outgoing) sequence flow of comp",
                    "steget är märkt för kompensation och kan inte ha flöden"),
            word("Event based gateway can only be connected", "efter en händelsestyrd gateway får bara händelser stå"),
            word("Value '(.*?)' for attribute '(\\w+)' is not", "egenskapen $2 är \"$1\", som inte är ett tal"),
            word(
                    "Cannot parse historyTimeToLive|historyTimeToLive",
                    "historikens livslängd går inte att tolka eller är för lång"),
            word("Cannot parse (x|y|width|height)|(x|y|width|height) is required", "platsen i diagrammet är inget tal"),
            word("is not a valid number|For input string|Cannot parse '?(\\w+)", "ett tal går inte att tolka"),
            word("Unable to process condition expression", "villkoret går inte att tolka"),
            word("Invalid type, only tFormalExpression", "villkorets typ är inte tFormalExpression"),
            word(
                    "formRefBinding attribute has to be one",
                    "bindningen till formuläret är ingen av deployment, latest och version"),
            word("only one of the attributes formKey and formRef", "både formKey och formRef står på elementet"),
            word("Timer needs configuration", "tiden saknas"),
            word("Attribute \"id\" is required", "definitionen i händelsen saknar id"),
            word(
                    "Attribute 'messageRef' is required|attribute 'messageRef' is",
                    "händelsen säger inte vilket meddelande"),
            word("Cannot have more than one message event", "två händelser på samma ställe väntar på samma meddelande"),
            word("already exists|duplicate message", "meddelandet är beskrivet flera gånger"),
            word(
                    "message with id '(.*?)' has no name|message event subscription with an empty",
                    "meddelandet saknar namn"),
            word("must define a startEvent", "starten saknas"),
            word("multiple (none )?start events", "det finns flera starter, och motorn kan bara ta en"),
            word(
                    "start event of event subprocess must be",
                    "delprocessens start har en händelse som motorn inte kör där"),
            word(
                    "(\\w+) is not allowed on start event within|(\\w+) only allowed on start",
                    "en vanlig delprocess kan inte börja med en händelse"),
            word(
                    "error start event of event subprocess must be inter",
                    "en delprocess som börjar med ett fel måste avbryta"),
            word("Minimum 2 waypoint", "flödets linje har inte två punkter"),
            word("'Bounds' element is required", "elementet har ingen plats i diagrammet"),
            word("'bpmnElement' attribute is required", "diagrammets figur säger inte vilket element den visar"),
            word("Invalid reference in 'bpmnElement'", "diagrammet visar något annat än det element det nämner"),
            word("Invalid reference in boundary event", "händelsen sitter på ett element i en annan delprocess"),
            word(
                    "escalation boundary event should only",
                    "en eskalering kan bara fångas på en delprocess, ett anrop eller en uppgift"),
            word(
                    "boundary events with the same (error|escalation)Code",
                    "två händelser på samma steg fångar samma kod"),
            word(
                    "Invalid (source|destination) '(.*?)' of sequence",
                    "flödet börjar eller slutar i \"$2\", som inte är ett steg här"),
            word("Exclusive Gateway '.*' has no outgoing", "gatewayen har inget flöde ut som motorn når"),
            word("Exclusive Gateway '.*' has outgoing", "gatewayens flöden har fel villkor"),
            word("Invalid usage of type attribute", "typen på steget är inte tillåten"),
            word("Missing attribute 'calledElement'", "anropet har ingen process"),
            word("Missing attribute '(\\w+)' when", "$1 saknas, som bindningen kräver"),
            word("Invalid property usage", "en egenskap har varken id eller namn"),
            word("No decision result mapper found", "mapDecisionResult har ett värde som motorn inte känner"),
            word(
                    "expressions in the message start event name",
                    "meddelandets namn på en start kan inte vara ett uttryck"),
            word(
                    "The hit policy '(.*?)' with aggregation '(.*?)'",
                    "träffregeln $1 kan inte räkna samman ($2); det kan bara COLLECT"),
            word("The hit policy '(.*?)' of decision table", "träffregeln $1 körs inte av motorn"),
            word("must have an? 'id' attribute", "en kolumn, rad eller tabell saknar id"),
            word("The decision '(.*?)' has a loop", "tabellen bygger på sig själv"),
            word("compound output", "utdatakolumner saknar namn eller heter lika"),
            word(
                    "inputs '.*' and input entries differ|outputs '.*' and output",
                    "en rad har inte lika många celler som tabellen har kolumner"),
            word("must have an 'variable' element", "uttryckets resultat har inget namn"),
            word("is not a supported|not supported", "något här kör motorn inte"));

    private EngineFault() {}

    private static Entry<Pattern, String> word(String english, String swedish) {
        return entry(Pattern.compile(english), swedish);
    }

    /** The message in Swedish. */
    static String swedish(String message) {
        if (message == null) {
            return "motorn kan inte läsa processen: något i den står där det inte får stå";
        }
        for (var word : WORDS) {
            var found = word.getKey().matcher(message);
            if (found.find()) {
                var swedish = word.getValue();
                for (int group = 1; group <= found.groupCount(); group++) {
                    swedish = swedish.replace("$" + group, String.valueOf(found.group(group)));
                }
                return swedish;
            }
        }
        return "motorn tar inte emot elementet så som det står";
    }
}
