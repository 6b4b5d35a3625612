package se.tidig.application.web;

import java.util.List;
import java.util.Map;

/**
 * One thing that is missing in an otherwise complete application, or that one condition finds against it.
 *
 * @param applicant the kind of applicant, and what else has been answered in another way
 * @param what is missing or wrong, for the message if nobody tells it
 * @param question the key of the question that it is about
 * @param answers all answers as a page sends them
 * @param document the name of the document that has not been sent; null if all have
 * @param words of which each stands where it is told
 */
record Lack(
        String applicant,
        String what,
        String question,
        Map<String, Object> answers,
        String document,
        List<String> words) {

    @Override
    public String toString() {
        return applicant + ": " + what;
    }
}
