package tsunagi.xlsform;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** The sheets that a form is made of. */
final class Sheets {
    static final List<String> NAMES =
            List.of("survey", "choices", "settings", "scales", "entities", "external_choices", "osm");

    private Sheets() {}

    static boolean isOfAForm(String name) {
        return NAMES.contains(nameOf(name));
    }

    /** What a sheet is called here, whatever the case, the width of the letters and the blanks around. */
    static String nameOf(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
