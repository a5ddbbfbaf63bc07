package tsunagi.trials.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tsunagi.questionnaires.Form;
import tsunagi.questionnaires.FormMedia;
import tsunagi.questionnaires.FormReading;
import tsunagi.questionnaires.Question;
import tsunagi.questionnaires.Sheet;
import tsunagi.questionnaires.SheetSetting;
import tsunagi.records.v1.Answer;

/** {@code tsunagi bench form}. */
@Command(
        name = "form",
        description = "How long a long questionnaire takes to load, and one answer to be worked with.",
        mixinStandardHelpOptions = true)
final class FormCommand implements Callable<Integer> {
    @Option(names = "--questions", description = "In the form (default: ${DEFAULT-VALUE}).")
    private int questions = 500;

    @Option(names = "--parts", description = "Of its repeat (default: ${DEFAULT-VALUE}).")
    private int parts = 200;

    @Option(names = "--runs", description = "Loads that count, after two that do not (default: ${DEFAULT-VALUE}).")
    private int runs = 5;

    @Spec
    private CommandSpec spec;

    private int keys;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "A form of %d questions and a repeat of %d parts, in two languages, with conditions, limits and totals over all, is"
                        + " read from its XForm; a sheet is begun, answered to the end, and resumed from its answers.%n",
                questions, parts);
        byte[] xform = LongForm.xform(questions).getBytes(StandardCharsets.UTF_8);
        double firstMs = milliseconds(() -> read(xform));
        read(xform);
        Form form = read(xform);
        SheetSetting setting = new SheetSetting(() -> "k" + ++keys, Map.of());
        List<Double> reads = repeated(() -> read(xform));
        List<Double> begins = repeated(() -> form.begin(setting));
        Sheet sheet = form.begin(setting);
        List<Long> answersNs = answerAll(form, sheet);
        Map<String, Answer> draft = sheet.draft();
        List<Double> resumptions = repeated(() -> form.resume(draft, setting));
        List<Double> shows = repeated(sheet::items);
        report(out, firstMs, reads, begins, resumptions, shows, answersNs);
        return 0;
    }

    private static Form read(byte[] xform) {
        if (Form.read(xform, FormMedia.NONE) instanceof FormReading.Readable readable) {
            return readable.form();
        }
        throw new IllegalStateException("the form that was made up cannot be read");
    }

    /** Every question once, then every part of the repeat; each answer timed by itself. */
    private List<Long> answerAll(Form form, Sheet sheet) {
        List<Long> timesNs = new ArrayList<>();
        for (Question question : form.questions()) {
            if (!question.path().contains("/task/")) {
                timesNs.add(answer(sheet, question.path(), answer(question)));
            }
        }
        for (int part = 1; part <= parts; part++) {
            String path = part == 1 ? "/data/task[1]" : sheet.add("/data/task").orElseThrow();
            timesNs.add(answer(sheet, path + "/kilo", number(part % 40 + 1)));
            timesNs.add(answer(sheet, path + "/times", number(part % 7)));
        }
        return timesNs;
    }

    private static long answer(Sheet sheet, String path, Answer answer) {
        long start = System.nanoTime();
        sheet.answer(path, answer);
        return System.nanoTime() - start;
    }

    private static Answer answer(Question question) {
        return switch (question.type()) {
            case WHOLE_NUMBER, NUMBER -> number(7);
            case CHOICE, CHOICES -> Answer.newBuilder().addChoices("3").build();
            default -> Answer.newBuilder().setText("中腰での作業が多い").build();
        };
    }

    private static Answer number(double number) {
        return Answer.newBuilder().setNumber(number).build();
    }

    private List<Double> repeated(Runnable work) {
        List<Double> times = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            times.add(milliseconds(work));
        }
        return times;
    }

    private static double milliseconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private void report(
            PrintWriter out,
            double firstMs,
            List<Double> reads,
            List<Double> begins,
            List<Double> resumptions,
            List<Double> shows,
            List<Long> answersNs) {
        double medianMs = Medians.percentileMs(answersNs, 0.5);
        double mostMs = Medians.percentileMs(answersNs, 0.99);
        out.printf(
                Locale.ROOT,
                "read: first %.0f ms, then %.0f ms (median)%nbegin a sheet: %.0f ms%nresume it from %d answers: %.0f ms%n"
                        + "show all of it: %.0f ms%none answer: median %.2f ms, 99 %% within %.1f ms (%d answers)%n",
                firstMs,
                Medians.of(reads),
                Medians.of(begins),
                answersNs.size(),
                Medians.of(resumptions),
                Medians.of(shows),
                medianMs,
                mostMs,
                answersNs.size());
        out.println(new JsonLine()
                .with("bench", "form")
                .with("questions", questions)
                .with("parts", parts)
                .with("first_read_ms", firstMs)
                .with("read_ms", Medians.of(reads))
                .with("begin_ms", Medians.of(begins))
                .with("resume_ms", Medians.of(resumptions))
                .with("show_ms", Medians.of(shows))
                .with("answer_median_ms", medianMs)
                .with("answer_p99_ms", mostMs));
    }
}
