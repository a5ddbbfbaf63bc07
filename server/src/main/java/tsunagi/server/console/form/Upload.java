package tsunagi.server.console.form;

import com.google.protobuf.ByteString;
import io.micronaut.http.multipart.CompletedFileUpload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files that somebody uploaded together.
 *
 * @param formName which of them is the form; empty when none is
 */
record Upload(Optional<String> formName, Map<String, ByteString> files) {
    private static final List<String> FORMS = List.of(".xlsx", ".xls", ".xml");
    private static final String SURVEY = "survey.csv";

    static Upload of(List<CompletedFileUpload> uploads) {
        Map<String, ByteString> files = new TreeMap<>();
        for (CompletedFileUpload upload : uploads) {
            String name = nameOf(upload.getFilename());
            if (!name.isEmpty() && upload.getSize() > 0) {
                files.put(name, content(upload));
            }
        }
        Optional<String> form = files.keySet().stream()
                .filter(name -> FORMS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith))
                .findFirst()
                .or(() ->
                        files.keySet().stream().filter(SURVEY::equalsIgnoreCase).findFirst());
        return new Upload(form, files);
    }

    private static ByteString content(CompletedFileUpload upload) {
        try {
            return ByteString.copyFrom(upload.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the folders that some browsers say. */
    private static String nameOf(String said) {
        String name = said.substring(Math.max(said.lastIndexOf('/'), said.lastIndexOf('\\')) + 1);
        return name.startsWith(".") || name.indexOf('\0') >= 0 ? "" : name;
    }
}
