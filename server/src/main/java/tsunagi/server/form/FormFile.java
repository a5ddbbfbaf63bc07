package tsunagi.server.form;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tsunagi.questionnaires.Form;
import tsunagi.questionnaires.FormFault;
import tsunagi.questionnaires.FormMedia;
import tsunagi.questionnaires.FormReading;
import tsunagi.questionnaires.Wording;
import tsunagi.xlsform.Compilation;
import tsunagi.xlsform.XlsForm;

/**
 * A form somebody works on, a spreadsheet or an XForm, with the files beside it.
 *
 * @param form empty when it cannot be used
 * @param xform the XForm; empty when a spreadsheet gave none
 * @param remarks what its author should know, what cannot stay first
 */
public record FormFile(Optional<Form> form, Optional<String> xform, List<Remark> remarks) {
    private static final long MOST_MEDIA_BYTES = 64L * 1024 * 1024;

    /** Something its author should know. */
    public record Remark(boolean isError, String ja, String en) {
        /** In both languages, as a terminal shows it. */
        public String text() {
            return ja + "\n    " + en;
        }
    }

    /** Opens it; lists and pictures are looked for in the folder. */
    public static FormFile open(Path file, Path mediaFolder) {
        if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xml")) {
            return ofXform(file, mediaFolder);
        }
        Compilation compilation = XlsForm.compile(file);
        List<Remark> remarks = new ArrayList<>();
        compilation.issues().forEach(issue -> remarks.add(new Remark(issue.isError(), issue.ja(), issue.en())));
        if (!(compilation instanceof Compilation.Compiled compiled)) {
            return new FormFile(Optional.empty(), Optional.empty(), sorted(remarks));
        }
        return read(compiled.xform().getBytes(StandardCharsets.UTF_8), mediaFolder, remarks);
    }

    private static FormFile ofXform(Path file, Path mediaFolder) {
        try {
            return read(Files.readAllBytes(file), mediaFolder, new ArrayList<>());
        } catch (IOException e) {
            return new FormFile(
                    Optional.empty(),
                    Optional.empty(),
                    List.of(remark(new Wording(
                            "ファイル " + file.getFileName() + " を開けません。",
                            "The file " + file.getFileName() + " cannot be opened."))));
        }
    }

    private static FormFile read(byte[] bytes, Path mediaFolder, List<Remark> remarks) {
        Optional<String> xform = Optional.of(new String(bytes, StandardCharsets.UTF_8));
        FormReading reading = Form.read(bytes, FormMedia.NONE);
        if (reading instanceof FormReading.Faulty faulty) {
            reading = Form.read(bytes, media(faulty.faults(), mediaFolder));
        }
        if (reading instanceof FormReading.Readable readable) {
            return new FormFile(Optional.of(readable.form()), xform, sorted(remarks));
        }
        ((FormReading.Faulty) reading).faults().forEach(fault -> remarks.add(remark(fault.wording())));
        return new FormFile(Optional.empty(), xform, sorted(remarks));
    }

    /** The files a form misses, as far as they are there. */
    private static FormMedia media(List<FormFault> faults, Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        for (FormFault fault : faults) {
            Path file = folder.resolve(fault.where()).normalize();
            boolean isBeside = fault.kind() == FormFault.Kind.MISSING_FILE && folder.equals(file.getParent());
            if (isBeside && Files.isRegularFile(file)) {
                try {
                    if (Files.size(file) <= MOST_MEDIA_BYTES) {
                        files.put(fault.where(), Files.readAllBytes(file));
                    }
                } catch (IOException e) {
                    // It stays missing, and is said to be.
                    files.remove(fault.where());
                }
            }
        }
        return FormMedia.of(files);
    }

    private static Remark remark(Wording wording) {
        return new Remark(true, "エラー: " + wording.ja(), "error: " + wording.en());
    }

    private static List<Remark> sorted(List<Remark> remarks) {
        return remarks.stream()
                .sorted((a, b) -> Boolean.compare(b.isError(), a.isError()))
                .toList();
    }
}
