package tsunagi.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The texts of a form in all its languages, as {@code <itext>}. */
final class Texts {
    static final String ONE_LANGUAGE = "default";

    private final List<String> languages;
    private final String own;
    private final String standard;

    /** By language, id and form; the plain form is the empty one. */
    private final Map<String, Map<String, Map<String, String>>> written = new LinkedHashMap<>();

    private final Set<String> ids = new LinkedHashSet<>();

    Texts(Set<String> named, String defaultLanguage, boolean hasUnnamed) {
        List<String> all = new ArrayList<>(named);
        own = defaultLanguage.isEmpty() ? ONE_LANGUAGE : defaultLanguage;
        if ((hasUnnamed || all.isEmpty()) && !all.contains(own)) {
            all.add(0, own);
        }
        standard = all.contains(own) ? own : all.get(0);
        languages = List.copyOf(all);
    }

    /** Whether there is any language but the form's own. */
    boolean isTranslated() {
        return languages.size() > 1 || !languages.get(0).equals(ONE_LANGUAGE);
    }

    List<String> languages() {
        return languages;
    }

    /** Adds a text; the language may be the empty one, which is the form's own. */
    void add(String id, String form, String language, String xml) {
        ids.add(id);
        written.computeIfAbsent(language.isEmpty() ? own : language, unknown -> new LinkedHashMap<>())
                .computeIfAbsent(id, unknown -> new LinkedHashMap<>())
                .put(form, xml);
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    /** All of it. What the standard language lacks it borrows, since JavaRosa wants it to have everything. */
    String xml() {
        StringBuilder xml = new StringBuilder("<itext>");
        for (String language : languages) {
            xml.append("<translation lang=\"").append(Xml.escape(language)).append('"');
            xml.append(language.equals(standard) ? " default=\"true()\">" : ">");
            for (String id : ids) {
                Map<String, String> forms = new LinkedHashMap<>(formsOf(id, language));
                if (language.equals(standard)) {
                    languages.forEach(other -> formsOf(id, other).forEach(forms::putIfAbsent));
                }
                append(xml, id, forms);
            }
            xml.append("</translation>");
        }
        return xml.append("</itext>").toString();
    }

    private static void append(StringBuilder xml, String id, Map<String, String> forms) {
        if (forms.isEmpty()) {
            return;
        }
        xml.append("<text id=\"").append(Xml.escape(id)).append("\">");
        forms.forEach((form, value) -> xml.append(form.isEmpty() ? "<value>" : "<value form=\"" + form + "\">")
                .append(value)
                .append("</value>"));
        xml.append("</text>");
    }

    private Map<String, String> formsOf(String id, String language) {
        return written.getOrDefault(language, Map.of()).getOrDefault(id, Map.of());
    }
}
