package tsunagi.server.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the files lie that a form shows or reads: lists, pictures, sounds. */
record MediaFolder(Path folder) {
    private static final Pattern NAME_IN_XFORM = Pattern.compile("jr://[a-z-]+/([^\"'<&)]+)");
    /** What the form does not bring along but is given by the tablet. */
    private static final Set<String> NO_FILES = Set.of("last-saved");

    /**
     * The files an XForm names.
     *
     * @param missing the names of those that are not there
     */
    record Found(Map<String, byte[]> files, Set<String> missing) {}

    Found filesOf(String xform) {
        Map<String, byte[]> files = new TreeMap<>();
        Set<String> missing = new TreeSet<>();
        Matcher names = NAME_IN_XFORM.matcher(xform);
        while (names.find()) {
            String name = names.group(1);
            Path file = folder.resolve(name).normalize();
            if (folder.equals(file.getParent()) && Files.isRegularFile(file)) {
                files.put(name, read(file));
            } else if (!NO_FILES.contains(name)) {
                missing.add(name);
            }
        }
        return new Found(files, missing);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
