package tsunagi.name;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * What somebody typed to find something: each word must occur in one of its names, whatever the width, the syllabary, the old
 * characters or the legal form.
 *
 * @param keys the words in the form in which they are compared; none finds everything
 */
public record SearchWords(List<String> keys) {
    public SearchWords {
        keys = Collections.unmodifiableList(new ArrayList<>(keys));
    }

    public static SearchWords of(String typed) {
        List<String> keys = new ArrayList<>();
        for (String word : Kana.evenWidth(typed).split("\\s+", -1)) {
            NameKey key = NameKey.of(word);
            if (!key.isEmpty()) {
                keys.add(key.text());
            }
        }
        return new SearchWords(keys);
    }

    /** Whether something with these names, readings and other words is meant. */
    public boolean find(Collection<String> names) {
        List<String> found = new ArrayList<>();
        names.forEach(name -> found.add(NameKey.of(name).text()));
        return keys.stream().allMatch(key -> found.stream().anyMatch(name -> name.contains(key)));
    }
}
