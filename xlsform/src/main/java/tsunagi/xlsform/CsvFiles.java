package tsunagi.xlsform;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a form that lies in .csv files, one a sheet: {@code survey.csv} beside {@code choices.csv} and {@code settings.csv}, or with the
 * same words before or after ({@code low_back-survey.csv}); or one file in which the first column names the sheet.
 */
final class CsvFiles {
    private static final Charset CP932 = Charset.forName("windows-31j");

    private CsvFiles() {}

    static List<Grid> read(Path file, Grid.Budget budget) throws UnreadableException, IOException {
        String name = file.getFileName().toString();
        int survey = name.toLowerCase(Locale.ROOT).lastIndexOf("survey");
        if (survey < 0) {
            return oneFile(file, budget);
        }
        List<Grid> grids = new ArrayList<>();
        for (String sheet : Sheets.NAMES) {
            Path beside =
                    file.resolveSibling(name.substring(0, survey) + sheet + name.substring(survey + "survey".length()));
            Path path = sheet.equals("survey") ? file : beside;
            if (Files.isRegularFile(path)) {
                Grid grid = new Grid(sheet, budget);
                int row = 0;
                for (CSVRecord line : lines(path)) {
                    put(grid, row++, line, 0);
                }
                grids.add(grid);
            }
        }
        return grids;
    }

    /** Reads a file that is one sheet, named like the file. */
    static List<Grid> readPlain(Path file, Grid.Budget budget) throws UnreadableException, IOException {
        Grid grid = new Grid(file.getFileName().toString(), budget);
        int row = 0;
        for (CSVRecord line : lines(file)) {
            put(grid, row++, line, 0);
        }
        return List.of(grid);
    }

    private static List<Grid> oneFile(Path file, Grid.Budget budget) throws UnreadableException, IOException {
        List<CSVRecord> lines = lines(file);
        Map<String, Grid> grids = new LinkedHashMap<>();
        Grid current = null;
        int row = 0;
        for (CSVRecord line : lines) {
            String first = line.size() == 0 ? "" : line.get(0).strip();
            if (Sheets.isOfAForm(first)) {
                current = new Grid(Sheets.nameOf(first), budget);
                grids.put(current.name(), current);
            } else if (!first.isEmpty() || current == null) {
                break;
            }
            put(current, row++, line, 1);
        }
        if (grids.isEmpty()) {
            Grid survey = new Grid("survey", budget);
            int surveyRow = 0;
            for (CSVRecord line : lines) {
                put(survey, surveyRow++, line, 0);
            }
            grids.put("survey", survey);
        }
        return List.copyOf(grids.values());
    }

    private static void put(Grid grid, int row, CSVRecord line, int from) throws UnreadableException {
        for (int column = from; column < line.size(); column++) {
            grid.put(row, column - from, line.get(column));
        }
    }

    private static List<CSVRecord> lines(Path file) throws UnreadableException, IOException {
        String text = text(file);
        try (CSVParser parser =
                CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get().parse(new StringReader(text))) {
            return parser.getRecords();
        } catch (IOException | IllegalStateException | java.io.UncheckedIOException e) {
            throw new UnreadableException(
                    file.getFileName() + " が CSV として読めません。引用符(\")が閉じているか確かめてください。",
                    file.getFileName() + " cannot be read as CSV; see whether every quote (\") is closed. ("
                            + e.getMessage() + ")");
        }
    }

    private static String text(Path file) throws UnreadableException, IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        for (Charset charset : List.of(StandardCharsets.UTF_8, CP932)) {
            try {
                String text =
                        charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                if (text.indexOf('\0') < 0) {
                    return text.startsWith("\uFEFF") ? text.substring(1) : text;
                }
            } catch (CharacterCodingException e) {
                // The next one may fit; that none does is said below.
            }
        }
        throw new UnreadableException(
                file.getFileName() + " の文字コードが UTF-8 でも Shift_JIS(CP932)でもありません。「CSV UTF-8」で保存してください。",
                file.getFileName() + " is written neither in UTF-8 nor in Shift_JIS (CP932). Save it as CSV UTF-8.");
    }
}
