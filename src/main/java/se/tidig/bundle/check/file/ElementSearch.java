package se.tidig.bundle.check.file;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.xml.ModelInstance;
import org.camunda.bpm.model.xml.impl.ModelInstanceImpl;
import org.camunda.bpm.model.xml.impl.util.ModelUtil;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Finds the elements of a model. */
public final class ElementSearch {

    private ElementSearch() {}

    /**
     * Every element of one language, in the order of the file.
     *
     * @param namespace the language; elements within those of other languages (diagrams, extensions) are left out
     */
    static List<ModelElementInstance> of(ModelInstance model, String namespace) {
        var found = new ArrayList<ModelElementInstance>();
        walk(model.getDocument().getRootElement(), (ModelInstanceImpl) model, namespace, found);
        return List.copyOf(found);
    }

    /** The element with the id; null if there is none. Camunda's own search fails for an empty id. */
    public static ModelElementInstance byId(ModelInstance model, String id) {
        return id.isEmpty() ? null : model.getModelElementById(id);
    }

    private static void walk(
            DomElement element, ModelInstanceImpl model, String namespace, List<ModelElementInstance> found) {
        if (namespace.equals(element.getNamespaceURI())) {
            found.add(ModelUtil.getModelElement(element, model));
            element.getChildElements().forEach(child -> walk(child, model, namespace, found));
        }
    }
}
