package se.tidig.casefile.web;

import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.register.RegisterAddress;
import se.tidig.register.RegisterReader;
import se.tidig.register.ViewerReader;

/** The list of the register that a person came from, and the cases beside this one in it. */
@Component
class ListNeighbours {

    private final RegisterReader register;
    private final ViewerReader viewers;

    ListNeighbours(RegisterReader register, ViewerReader viewers) {
        this.register = register;
        this.viewers = viewers;
    }

    /**
     * Where the case stands in a list.
     *
     * @param query of the list's address; empty for all cases
     * @param before null if the case is the first
     * @param after null if the case is the last
     */
    record Neighbours(String query, Reference before, Reference after) {}

    /**
     * @param list the parameters of the register's address, as a link carried them
     * @return null for a person who has no register
     */
    Neighbours of(Reference reference, String list, String person) {
        var address = RegisterAddress.of(list);
        return viewers.find(person)
                .map(viewer -> new Neighbours(
                        address.at(address.place()),
                        register.beside(
                                        reference,
                                        address.selection(),
                                        address.order(),
                                        address.descending(),
                                        false,
                                        viewer)
                                .orElse(null),
                        register.beside(
                                        reference,
                                        address.selection(),
                                        address.order(),
                                        address.descending(),
                                        true,
                                        viewer)
                                .orElse(null)))
                .orElse(null);
    }
}
