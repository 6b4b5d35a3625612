package se.tidig.application.draft;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.application.BegunApplications;
import se.tidig.call.Call;
import se.tidig.call.CallStatus;
import se.tidig.call.Calls;
import se.tidig.form.PostedAnswers;
import se.tidig.form.Rejected;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.Membership;
import se.tidig.organisation.Memberships;
import se.tidig.organisation.Right;

/**
 * What people do with their organisation's drafts, and with those that they are invited to. Who reads sees them, who
 * writes saves, and nobody else learns that they exist.
 */
@Service
@Transactional
public class DraftService implements BegunApplications {

    /** A page that has not been heard of for so long is taken for closed. */
    private static final Duration AWAY = Duration.ofMinutes(5);

    private final Drafts drafts;
    private final DraftConflicts conflicts;
    private final DraftFormReader form;
    private final EarlierAnswers earlier;
    private final Calls calls;
    private final ApplicantAccounts accounts;
    private final Memberships memberships;
    private final DraftDoor access;
    private final DraftGuests guests;
    private final Clock clock;

    DraftService(
            Drafts drafts,
            DraftConflicts conflicts,
            DraftFormReader form,
            EarlierAnswers earlier,
            Calls calls,
            ApplicantAccounts accounts,
            Memberships memberships,
            DraftDoor access,
            DraftGuests guests,
            Clock clock) {
        this.drafts = drafts;
        this.conflicts = conflicts;
        this.form = form;
        this.earlier = earlier;
        this.calls = calls;
        this.accounts = accounts;
        this.memberships = memberships;
        this.access = access;
        this.guests = guests;
        this.clock = clock;
    }

    /**
     * Finds the organisation's open draft in the call, or begins one with what the organisation answered last time.
     *
     * @param person the e-mail address that the person logs in with, as everywhere here
     * @throws NoSuchDraft if the person does not act for the organisation
     * @throws Rejected if the call does not take applications, or the person may only read
     */
    public UUID begin(String person, String organisation, Reference callReference) {
        var membership = membership(person, organisation);
        var found = drafts.open(callReference, organisation);
        if (found.isPresent()) {
            return found.get().id();
        }
        demand(membership, Right.WRITE);
        var call = calls.find(callReference)
                .filter(known -> known.status().isPublic())
                .orElseThrow(NoSuchDraft::new);
        checkOpen(call);
        var now = clock.instant();
        var draft = new Draft(
                UUID.randomUUID(),
                callReference,
                organisation,
                person,
                now,
                0,
                null,
                null,
                KnownQuestion.of(form.current()),
                call.closesAt(),
                false);
        if (!drafts.add(draft)) {
            return drafts.open(callReference, organisation).orElseThrow().id();
        }
        fill(draft, Map.of(), earlier.ofOrganisation(organisation, form.current()), person, now);
        return draft.id();
    }

    private static void checkOpen(Call call) {
        if (call.status() == CallStatus.APPROVED) {
            throw new Rejected("", "Utlysningen har inte öppnat. Den öppnar " + SwedishDate.text(call.opensAt()) + ".");
        }
        if (call.status() != CallStatus.OPEN) {
            throw new Rejected("", "Utlysningen har stängt. Vill ni söka ändå, kontakta länsstyrelsen.");
        }
    }

    /** @throws NoSuchDraft if there is none, or the person takes no part in it */
    @Transactional(readOnly = true)
    public OpenDraft open(String person, UUID id) {
        var draft = drafts.find(id).orElseThrow(NoSuchDraft::new);
        return open(draft, access.of(person, draft), person);
    }

    private OpenDraft open(Draft draft, DraftDoor.Access own, String person) {
        return new OpenDraft(
                draft,
                drafts.answers(draft.id()),
                drafts.savedParts(draft.id()),
                own.membership(),
                own.guest(),
                conflicts.open(draft.id(), person));
    }

    /** The open drafts of the organisations that the person acts for, and those that they are invited to. */
    @Transactional(readOnly = true)
    public List<OpenDraft> openOf(String person) {
        var account = accounts.find(person);
        var organisations = account.stream()
                .flatMap(own -> memberships.of(own.id()).stream())
                .map(Membership::organisationNumber)
                .toList();
        var invited = account.stream()
                .flatMap(own -> guests.acceptedBy(own.email()).stream())
                .flatMap(guest -> drafts.find(guest.draft()).stream())
                .filter(draft -> !draft.submitted() && !organisations.contains(draft.organisation()));
        return Stream.concat(drafts.openOf(organisations).stream(), invited)
                .map(draft -> open(draft, access.of(person, draft), person))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Begun> begunOf(String person) {
        return openOf(person).stream()
                .map(open -> new Begun(
                        open.draft().id(),
                        open.draft().call().value(),
                        open.membership().organisationName(),
                        open.title(),
                        calls.get(open.draft().call()).closesAt(),
                        open.draft().savedAt()))
                .toList();
    }

    /**
     * Saves what a page sends. What a colleague has saved meanwhile is kept: an answer that only one of the two has
     * changed is taken, and one that both have changed waits for the person's choice. If the draft has been submitted
     * meanwhile, it no longer changes, and all that the person has changed is kept as such a conflict.
     */
    public Saved save(String person, UUID id, DraftPage page) {
        var draft = lockToWrite(person, id);
        var now = clock.instant();
        drafts.visit(id, person, page.part(), now, now.minus(AWAY));
        drafts.savePart(id, page.part(), person, now);
        var typed = drafts.answers(id);
        var shown = shown(draft, page, typed);
        var read = page.read().apply(PostedAnswers.asSent(shown));
        var joining = new Joining(draft.submitted(), typed, shown, open(id, person));
        FlatAnswers.of(read.answers()).forEach((question, mine) -> {
            if (shown.get(question) != null || read.isRowChange() || !isBlankRows(mine)) {
                joining.add(question, mine);
            }
        });
        joining.waiting.forEach((question, mine) -> keep(draft, person, question, shown.get(question), mine, now));
        if (!joining.written.isEmpty()) {
            drafts.write(draft, joining.written, page.page(), person, now);
        }
        var conflicting = open(id, person).keySet();
        return new Saved(now, conflicting, others(typed, shown, person), read.focus());
    }

    /** What the page shows of each question; if its version is none of the draft's, everything is new to it. */
    private Map<String, Object> shown(Draft draft, DraftPage page, Map<String, TypedAnswer> typed) {
        var shown = new LinkedHashMap<String, Object>();
        if (page.version() < 0 || page.version() > draft.version()) {
            return shown;
        }
        typed.forEach((question, answer) -> shown.put(question, answer.value()));
        drafts.changes(draft.id(), page.version())
                .forEach((question, since) ->
                        shown.put(question, AnswerChange.shownOn(page.page(), since, shown.get(question))));
        shown.values().removeIf(value -> value == null);
        return shown;
    }

    private void keep(Draft draft, String person, String question, Object before, Object mine, Instant now) {
        var earlierText = open(draft.id(), person).get(question);
        if (earlierText != null) {
            if (AnswerMerge.same(earlierText.mine(), mine)) {
                return;
            }
            conflicts.end(earlierText, DraftConflict.End.REPLACED, now);
        }
        conflicts.add(draft.id(), question, earlierText == null ? before : earlierText.before(), mine, person, now);
    }

    private Map<String, DraftConflict> open(UUID id, String person) {
        var open = new LinkedHashMap<String, DraftConflict>();
        conflicts.open(id, person).forEach(conflict -> open.put(conflict.question(), conflict));
        return open;
    }

    private static Map<String, String> others(
            Map<String, TypedAnswer> typed, Map<String, Object> shown, String person) {
        return typed.values().stream()
                .filter(answer -> !answer.by().equals(person))
                .filter(answer -> !AnswerMerge.same(answer.value(), shown.get(answer.question())))
                .collect(Collectors.toMap(TypedAnswer::question, TypedAnswer::by));
    }

    /** Rows that the form shows without anybody having asked for them say nothing. */
    private static boolean isBlankRows(Object value) {
        return value instanceof List<?> list
                && !list.isEmpty()
                && list.stream()
                        .allMatch(row -> row instanceof Map<?, ?> && Map.of().equals(AnswerMerge.plain(row)));
    }

    /** Sorts what a page sends into what is written and what waits for a choice. */
    private static final class Joining {

        private final boolean submitted;
        private final Map<String, TypedAnswer> typed;
        private final Map<String, Object> shown;
        private final Map<String, DraftConflict> open;
        private final List<Drafts.Written> written = new ArrayList<>();
        private final Map<String, Object> waiting = new LinkedHashMap<>();

        private Joining(
                boolean submitted,
                Map<String, TypedAnswer> typed,
                Map<String, Object> shown,
                Map<String, DraftConflict> open) {
            this.submitted = submitted;
            this.typed = typed;
            this.shown = shown;
            this.open = open;
        }

        private void add(String question, Object mine) {
            var theirs = typed.containsKey(question) ? typed.get(question).value() : null;
            var joined = AnswerMerge.of(shown.get(question), theirs, mine);
            if (submitted || open.containsKey(question)) {
                if (!AnswerMerge.same(mine, theirs) && !AnswerMerge.same(mine, shown.get(question))) {
                    waiting.put(question, mine);
                }
            } else if (joined.conflict()) {
                waiting.put(question, mine);
            } else if (!AnswerMerge.same(joined.value(), theirs)) {
                written.add(new Drafts.Written(question, theirs, joined.value(), mine));
            }
        }
    }

    /**
     * The person chooses between the two texts of a conflict, or writes a joint one. If the colleague's text has
     * changed since the page showed it, nothing is chosen.
     *
     * @param version of the draft as the page was shown
     * @param joint used only for {@link DraftConflict.End#JOINT}
     * @return whether the choice stands
     */
    public boolean choose(
            String person, UUID id, String question, DraftConflict.End choice, int version, Object joint) {
        var draft = toWrite(person, id);
        var conflict = open(id, person).get(question);
        if (conflict == null) {
            return true;
        }
        if (version < 0
                || version > draft.version()
                || drafts.changes(id, version).containsKey(question)) {
            return false;
        }
        var typed = drafts.answers(id).get(question);
        var theirs = typed == null ? null : typed.value();
        var now = clock.instant();
        var chosen =
                switch (choice) {
                    case MINE -> conflict.mine();
                    case JOINT -> joint;
                    case THEIRS, REPLACED -> theirs;
                };
        conflicts.end(conflict, choice, now);
        if (!AnswerMerge.same(chosen, theirs)) {
            drafts.write(
                    draft,
                    List.of(new Drafts.Written(question, theirs, AnswerMerge.plain(chosen), chosen)),
                    "",
                    person,
                    now);
        }
        return true;
    }

    /** The references of the organisation's earlier applications, the latest first. */
    @Transactional(readOnly = true)
    public List<Reference> earlierApplications(OpenDraft draft) {
        // Who is only invited to the draft sees no other case of the organisation.
        return draft.guest() ? List.of() : earlier.of(draft.draft().organisation());
    }

    /** Fills unanswered questions with the answers of an earlier application of the same organisation. */
    public void copy(String person, UUID id, Reference reference) {
        if (access.of(person, drafts.find(id).orElseThrow(NoSuchDraft::new)).guest()) {
            throw new NoSuchDraft();
        }
        var draft = toWrite(person, id);
        var answers = earlier.ofApplication(draft.organisation(), reference, form.current());
        fill(draft, drafts.answers(id), answers, person, clock.instant());
    }

    private void fill(
            Draft draft, Map<String, TypedAnswer> typed, Map<String, Object> answers, String person, Instant now) {
        var written = FlatAnswers.of(answers).entrySet().stream()
                .filter(answer -> !typed.containsKey(answer.getKey()) && AnswerMerge.plain(answer.getValue()) != null)
                .map(answer -> new Drafts.Written(answer.getKey(), null, answer.getValue(), answer.getValue()))
                .toList();
        if (!written.isEmpty()) {
            drafts.write(draft, written, "", person, now);
        }
    }

    /** How the form has changed since the draft's writers were told of its questions. */
    @Transactional(readOnly = true)
    public FormChange formChange(Draft draft) {
        return FormChange.between(draft.toldForm(), KnownQuestion.of(form.current()));
    }

    /** A person has read what has changed in the form and the call. */
    public void told(String person, UUID id) {
        var draft = toWrite(person, id);
        drafts.tell(
                id, KnownQuestion.of(form.current()), calls.get(draft.call()).closesAt());
    }

    /** The person opens a part of the draft. */
    public void visit(String person, UUID id, String part) {
        access.of(person, drafts.find(id).orElseThrow(NoSuchDraft::new));
        var now = clock.instant();
        drafts.visit(id, person, part, now, now.minus(AWAY));
    }

    /** Who else has a part of it open. */
    @Transactional(readOnly = true)
    public List<Visit> others(String person, UUID id) {
        return drafts.others(id, person, clock.instant().minus(AWAY));
    }

    private Draft lockToWrite(String person, UUID id) {
        var found = drafts.find(id).orElseThrow(NoSuchDraft::new);
        demand(access.of(person, found).membership(), Right.WRITE);
        return drafts.lock(id).orElseThrow(NoSuchDraft::new);
    }

    Draft toWrite(String person, UUID id) {
        var draft = lockToWrite(person, id);
        if (draft.submitted()) {
            throw new AlreadySubmitted(id);
        }
        return draft;
    }

    private Membership membership(String person, String organisation) {
        return accounts.find(person)
                .flatMap(account -> memberships.of(account.id(), organisation))
                .orElseThrow(NoSuchDraft::new);
    }

    private static void demand(Membership membership, Right right) {
        if (!membership.right().includes(right)) {
            throw new MayOnlyRead();
        }
    }
}
