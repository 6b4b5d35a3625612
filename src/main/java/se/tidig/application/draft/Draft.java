package se.tidig.application.draft;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import se.tidig.Reference;

/**
 * An application that an organisation's people write until one of them submits it.
 *
 * @param call the call's reference
 * @param organisation the organisation number, ten digits
 * @param begunBy the e-mail address that the person logs in with, as for all persons of a draft
 * @param version counts the saves
 * @param savedBy null if nothing has been saved
 * @param savedAt null if nothing has been saved
 * @param toldForm the questions that its writers have been told of, by key
 * @param toldClosing the closing time that they have been told of
 * @param submitted whether it has become an application
 */
public record Draft(
        UUID id,
        Reference call,
        String organisation,
        String begunBy,
        Instant begunAt,
        int version,
        String savedBy,
        Instant savedAt,
        Map<String, KnownQuestion> toldForm,
        Instant toldClosing,
        boolean submitted) {}
