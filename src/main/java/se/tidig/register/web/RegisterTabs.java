package se.tidig.register.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.tidig.register.RegisterAddress;
import se.tidig.register.RegisterReader;
import se.tidig.register.SavedViews;
import se.tidig.register.Viewer;

/** The views that a person sees above the register: the usual ones, and those that are saved. */
@Component
class RegisterTabs {

    private record Usual(String key, String query) {}

    private final RegisterReader register;
    private final SavedViews views;

    RegisterTabs(RegisterReader register, SavedViews views) {
        this.register = register;
        this.views = views;
    }

    List<ViewTab> of(Viewer viewer, String current) {
        var tabs = new ArrayList<ViewTab>();
        List.of(
                        new Usual("mine", "vantar=mig"),
                        new Usual("late", "sen=1"),
                        new Usual("taken", "handlaggare=" + viewer.id()),
                        new Usual("free", "vantar=lediga"),
                        new Usual("grants", "slag=bidrag"),
                        new Usual("all", ""))
                .forEach(usual -> tabs.add(tab(usual.key(), null, usual.query(), current, null, viewer)));
        views.of(viewer)
                .forEach(view ->
                        tabs.add(tab(null, view.name(), view.query(), current, view.own() ? view.id() : null, viewer)));
        return tabs;
    }

    private ViewTab tab(String key, String name, String query, String current, Long saved, Viewer viewer) {
        var selection = RegisterAddress.of(query).selection();
        return new ViewTab(
                key, name, query, register.atMost(selection, ViewTab.MOST + 1, viewer), query.equals(current), saved);
    }
}
