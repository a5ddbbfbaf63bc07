package tsunagi.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every word, colour and layout of the app. */
class ResourcesTest {
    private static final Path RESOURCES = Paths.get("src/main/res");
    private static final Pattern ENTRY =
            Pattern.compile("<(string|plurals|string-array) name=\"(\\w+)\"([^>]*)>(.*?)</\\1>", Pattern.DOTALL);
    private static final Pattern PLACEHOLDER = Pattern.compile("%(\\d+\\$)?[\\w.]*[sd]");

    @Test
    void words_whenShownInEitherLanguage_areThere() throws IOException {
        Map<String, String> english = words("values");
        Map<String, String> japanese = words("values-ja");

        assertThat(japanese.keySet()).isEqualTo(english.keySet());
        english.forEach((name, text) ->
                assertThat(placeholders(japanese.get(name))).as(name).containsAll(placeholders(text)));
    }

    @Test
    void layouts_whenTheyShowWords_takeThemFromTheStrings() throws IOException {
        assertThat(lines("layout", Pattern.compile("android:(text|hint|contentDescription|title)=\"[^@?\"][^\"]*\"")))
                .isEmpty();
    }

    @Test
    void coloursAndSizes_whenUsed_standInOnePlace() throws IOException {
        assertThat(lines("layout", Pattern.compile("\"#[0-9A-Fa-f]{6,8}\""))).isEmpty();
        assertThat(lines("layout", Pattern.compile("textSize=\"\\d+"))).isEmpty();
    }

    private static SortedMap<String, String> words(String folder) throws IOException {
        SortedMap<String, String> words = new TreeMap<>();
        for (Path file : files(folder)) {
            Matcher entry = ENTRY.matcher(text(file));
            while (entry.find()) {
                if (!entry.group(3).contains("translatable=\"false\"")) {
                    assertThat(words.put(entry.group(2), entry.group(4)))
                            .as("%s in %s is there twice", entry.group(2), file)
                            .isNull();
                }
            }
        }
        return words;
    }

    private static List<String> placeholders(String text) {
        List<String> found = new ArrayList<>();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            found.add(placeholder.group());
        }
        return found.stream().distinct().sorted().collect(Collectors.toList());
    }

    private static List<String> lines(String folders, Pattern pattern) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> all = Files.list(RESOURCES)) {
            for (Path folder : all.filter(path -> path.getFileName().toString().startsWith(folders))
                    .collect(Collectors.toList())) {
                for (Path file : files(folder.getFileName().toString())) {
                    for (String line : text(file).split("\n", -1)) {
                        if (pattern.matcher(line).find()) {
                            found.add(file.getFileName() + ": " + line.trim());
                        }
                    }
                }
            }
        }
        return found;
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
