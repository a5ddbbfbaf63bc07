package tsunagi.questionnaires;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The files a form shows or reads, by the names the form calls them. */
public final class FormMedia {
    public static final FormMedia NONE = new FormMedia(Map.of());

    private final Map<String, byte[]> files;

    private FormMedia(Map<String, byte[]> files) {
        this.files = files;
    }

    public static FormMedia of(Map<String, byte[]> files) {
        return new FormMedia(new TreeMap<>(files));
    }

    public Set<String> names() {
        return files.keySet();
    }

    Optional<byte[]> file(String name) {
        return Optional.ofNullable(files.get(name));
    }
}
