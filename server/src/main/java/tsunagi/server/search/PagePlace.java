package tsunagi.server.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which page of a list is meant. */
public sealed interface PagePlace {
    /** The one it begins with. */
    record First() implements PagePlace {
        @Override
        public String toQuery() {
            return "";
        }
    }

    /** The one behind a record, going on to older ones. */
    record After(PageKey key) implements PagePlace {
        @Override
        public String toQuery() {
            return "after=" + encoded(key);
        }
    }

    /** The one that ends before a record, going back to newer ones. */
    record Before(PageKey key) implements PagePlace {
        @Override
        public String toQuery() {
            return "before=" + encoded(key);
        }
    }

    /** As it stands in a link beside the filter; empty for the first page. */
    String toQuery();

    /** Reads what {@link #toQuery} wrote; the first page for anything else. */
    static PagePlace fromQuery(Map<String, List<String>> query) {
        Optional<PagePlace> after = key(query, "after").map(After::new);
        Optional<PagePlace> before = key(query, "before").map(Before::new);
        return after.or(() -> before).orElseGet(First::new);
    }

    private static Optional<PageKey> key(Map<String, List<String>> query, String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst().flatMap(PageKey::parse);
    }

    private static String encoded(PageKey key) {
        return URLEncoder.encode(key.text(), StandardCharsets.UTF_8);
    }
}
