package tsunagi.trials.tablet;

import com.google.gson.JsonElement;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagi.engine.form.Filling;
import tsunagi.questionnaires.Form;
import tsunagi.questionnaires.Question;
import tsunagi.questionnaires.QuestionType;
import tsunagi.questionnaires.SheetItem;
import tsunagi.trials.tablet.json.AnswerJson;
import tsunagi.trials.tablet.json.BadInputException;

/** Writes answers into a sheet, by the names and part numbers that somebody typed. */
final class AnsweredSheet {
    private final Filling filling;
    private final Form form;
    /** Parts as they were typed, and as they are called in the sheet. */
    private final Map<String, String> parts = new HashMap<>();

    AnsweredSheet(Filling filling) {
        this.filling = filling;
        this.form = filling.sheet().form();
    }

    void answer(String typed, JsonElement json) throws BadInputException, IOException {
        String path = typed.startsWith("/") ? withParts(typed) : pathOf(typed);
        QuestionType type = form.question(path.replaceAll("\\[[^\\]]*]", ""))
                .map(Question::type)
                .orElse(QuestionType.TEXT);
        if (type == QuestionType.FILE && json.isJsonPrimitive()) {
            attach(path, Path.of(json.getAsString()));
        } else {
            filling.answer(path, AnswerJson.read(json, type));
        }
    }

    private void attach(String path, Path file) throws BadInputException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new BadInputException("no_file", "There is no file " + file + ".");
        }
        String mediaType = Optional.ofNullable(URLConnection.guessContentTypeFromName(file.toString()))
                .orElse("application/octet-stream");
        filling.attach(path, ByteString.copyFrom(Files.readAllBytes(file)), mediaType);
    }

    private String pathOf(String name) throws BadInputException {
        List<String> found = form.questions().stream()
                .map(Question::path)
                .filter(path -> path.endsWith("/" + name))
                .collect(Collectors.toList());
        if (found.size() != 1) {
            throw new BadInputException(
                    "which_question",
                    "\"" + name + "\" is not just one question here. There are: "
                            + form.questions().stream().map(Question::path).collect(Collectors.joining(", ")) + ".");
        }
        return found.get(0);
    }

    /** Adds the parts that a path names and that are not there yet. */
    private String withParts(String typed) {
        StringBuilder path = new StringBuilder();
        StringBuilder asTyped = new StringBuilder();
        for (String step : typed.substring(1).split("/", -1)) {
            asTyped.append('/').append(step);
            String repeat = path + "/" + step.replaceAll("\\[.*", "");
            path.append('/').append(step);
            if (step.endsWith("]") && !existing().contains(path.toString())) {
                String known = parts.get(asTyped.toString());
                String actual = known == null ? filling.add(repeat).orElse(path.toString()) : known;
                parts.put(asTyped.toString(), actual);
                path.setLength(0);
                path.append(actual);
            }
        }
        return path.toString();
    }

    private Set<String> existing() {
        Set<String> paths = new HashSet<>();
        for (SheetItem item : filling.sheet().items()) {
            if (item instanceof SheetItem.Part part) {
                paths.add(part.path());
            }
        }
        return paths;
    }
}
