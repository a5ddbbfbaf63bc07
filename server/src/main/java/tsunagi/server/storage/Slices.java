package tsunagi.server.storage;

import java.util.List;
import java.util.stream.IntStream;

/** A list in parts of a size that one statement, or one transaction, may have. */
public final class Slices {
    private Slices() {}

    /** Its parts in order, views of it, all but the last of this size; none of an empty list. */
    public static <T> List<List<T>> of(List<T> whole, int size) {
        return IntStream.range(0, (whole.size() + size - 1) / size)
                .mapToObj(part -> whole.subList(part * size, Math.min((part + 1) * size, whole.size())))
                .toList();
    }
}
