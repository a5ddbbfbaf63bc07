package tsunagi.trials.tablet;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tsunagi.engine.form.Filling;
import tsunagi.engine.form.FormHere;
import tsunagi.engine.replica.Team;
import tsunagi.engine.tablet.Tablet;
import tsunagi.questionnaires.Finding;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.Round;
import tsunagi.trials.tablet.json.BadInputException;

/** Fills in a published form, as the person at the tablet would. */
@Command(
        name = "fill",
        description =
                "Fills in a published form by its own rules; needs no signal. Answers are a JSON object by question"
                        + " path, or by name where only one question bears it: a number, a text, a day, a choice, a list of"
                        + " choices, a file's path for a photo, null for left empty. A further part of a repeat is named by a"
                        + " new number: /data/task[2]/what.",
        mixinStandardHelpOptions = true)
final class FillCommand extends Task {
    @Option(
            names = "--form",
            paramLabel = "KEY[@VERSION]",
            description = "The form; without a version the round's, or the one published last.")
    private String form;

    @Option(names = "--round", paramLabel = "ID", description = "The round it is answered for.")
    private UUID round;

    @ArgGroup(multiplicity = "1", exclusive = true)
    private Source source;

    @Option(
            names = "--heading",
            paramLabel = "JSON",
            description = "What is known besides the answers, by the names of the schema: match_code, department_key …")
    private String heading;

    @Option(
            names = "--break-off",
            paramLabel = "PATH",
            description = "The question at which it was left; it is kept as broken off.")
    private String breakOff;

    @Mixin
    private Writer writer;

    /** One sheet, or many. */
    private static final class Source {
        @Option(names = "--answers", paramLabel = "JSON", description = "The answers of one sheet.")
        private String answers;

        @Option(
                names = "--lines",
                paramLabel = "FILE",
                description =
                        "One sheet a line, {\"heading\": {…}, \"answers\": {…}, \"break_off\": \"…\"}; - for stdin.")
        private String lines;
    }

    @Override
    Done run(TabletDirectory directory) throws CommandFailedException, BadInputException, IOException {
        Tablet tablet = directory.tablet();
        Team team = writer.team(tablet);
        String author = writer.author(tablet, team);
        FormHere version = version(tablet, team);
        JsonArray sheets = new JsonArray();
        boolean isAllSaved = true;
        for (SheetLine line : lines()) {
            JsonObject sheet = fill(tablet, version, line, author);
            isAllSaved &= sheet.get("saved").getAsBoolean();
            sheets.add(sheet);
        }
        JsonObject document = new JsonObject();
        document.addProperty("form", version.version().getFormKey());
        document.addProperty("version", version.version().getVersion());
        document.add("sheets", sheets);
        return new Done(document, isAllSaved ? ExitCode.OK : ExitCode.USAGE);
    }

    private List<SheetLine> lines() throws BadInputException, IOException {
        if (source.answers != null) {
            return List.of(SheetLine.of(heading, source.answers, breakOff));
        }
        String text = source.lines.equals("-")
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(Path.of(source.lines));
        List<SheetLine> lines = new ArrayList<>();
        for (String line : text.lines().filter(each -> !each.isBlank()).collect(Collectors.toList())) {
            lines.add(SheetLine.read(line));
        }
        return lines;
    }

    private JsonObject fill(Tablet tablet, FormHere version, SheetLine line, String author)
            throws CommandFailedException, BadInputException, IOException {
        Filling filling = tablet.forms()
                .begin(version.teamId(), headingOf(version, line), author)
                .orElseThrow(() -> new CommandFailedException(
                        ExitCode.USAGE, "form_not_here", "The form's files are not here yet. Run `sync`."));
        try {
            AnsweredSheet sheet = new AnsweredSheet(filling);
            for (Map.Entry<String, JsonElement> answer : line.answers().entrySet()) {
                sheet.answer(answer.getKey(), answer.getValue());
            }
        } catch (BadInputException | IOException | RuntimeException e) {
            filling.discard();
            throw e;
        }
        return end(tablet, filling, line, author);
    }

    private static JsonObject end(Tablet tablet, Filling filling, SheetLine line, String author) {
        List<Finding> findings = line.leftAt().isPresent() ? filling.sheet().findings() : filling.finish();
        long nowMs = tablet.clock().wallMs();
        boolean isComplete =
                findings.stream().noneMatch(finding -> finding.kind().isError());
        if (line.leftAt().isPresent()) {
            filling.breakOff(line.leftAt().get(), author, nowMs);
        } else if (isComplete) {
            filling.complete(author, nowMs);
        } else {
            filling.discard();
        }
        JsonObject document = new JsonObject();
        document.addProperty("id", filling.key().id().toString());
        document.addProperty("saved", isComplete || line.leftAt().isPresent());
        JsonArray found = new JsonArray();
        findings.forEach(finding -> found.add(document(finding)));
        document.add("findings", found);
        return document;
    }

    private static JsonObject document(Finding finding) {
        JsonObject document = new JsonObject();
        document.addProperty("path", finding.path());
        document.addProperty("kind", Words.plain(finding.kind(), ""));
        document.addProperty("ja", finding.wording().ja());
        document.addProperty("en", finding.wording().en());
        return document;
    }

    private Response headingOf(FormHere version, SheetLine line) {
        Response.Builder response =
                Response.newBuilder().setFormVersionId(version.formVersionId().toString());
        if (round != null) {
            response.setRoundId(round.toString());
        }
        if (version.version().hasSubject()) {
            response.setSubject(version.version().getSubject());
        }
        response.setWrittenOn(
                LocalDate.now(Clock.system(ZoneId.systemDefault())).toString());
        return response.mergeFrom(line.heading()).build();
    }

    private FormHere version(Tablet tablet, Team team) throws CommandFailedException {
        List<FormHere> all = tablet.forms().all(team.teamId());
        String ofRound = round == null
                ? ""
                : tablet.show(new RecordKey(team.teamId(), RecordType.RECORD_TYPE_ROUND_VALUE, round))
                        .as(Round.getDefaultInstance())
                        .getFormVersionId();
        Optional<FormHere> found = all.stream()
                .filter(here -> form == null ? isOf(here, ofRound) : isNamed(here))
                .max(Comparator.comparing((FormHere here) -> isOf(here, ofRound))
                        .thenComparing(here -> here.version().getPublishedOn())
                        .thenComparing(here -> here.version().getVersion()));
        return found.orElseThrow(() -> new CommandFailedException(
                ExitCode.USAGE,
                "which_form",
                "Say --form, or a --round that has one. There are: "
                        + all.stream()
                                .map(here -> here.version().getFormKey() + "@"
                                        + here.version().getVersion())
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    private static boolean isOf(FormHere here, String formVersionId) {
        return here.formVersionId().toString().equals(formVersionId);
    }

    private boolean isNamed(FormHere here) {
        String key = here.version().getFormKey();
        return form.equals(key) || form.equals(key + "@" + here.version().getVersion());
    }
}
