package tsunagi.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Colours can be told apart by day and by night, as WCAG 2 asks at level AA. */
class ContrastTest {
    private static final Path RESOURCES = Paths.get("src/main/res");
    private static final Pattern COLOUR = Pattern.compile("<color name=\"(\\w+)\">#(\\w{6})</color>");
    private static final double TEXT_MIN = 4.5;
    private static final double SHAPE_MIN = 3;

    @ParameterizedTest
    @ValueSource(strings = {"values", "values-night"})
    void words_whenTheyStandOnTheirColour_canBeRead(String folder) throws IOException {
        Map<String, Integer> colours = colours(folder);

        List<String> grounds = colours.keySet().stream()
                .filter(name -> colours.containsKey("on_" + name))
                .collect(Collectors.toList());
        assertThat(grounds).contains("primary", "tertiary_container", "success_container", "surface_variant");
        for (String ground : grounds) {
            require(colours, "on_" + ground, ground, TEXT_MIN);
        }
        require(colours, "inverse_on_surface", "inverse_surface", TEXT_MIN);
        require(colours, "inverse_primary", "inverse_surface", TEXT_MIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"values", "values-night"})
    void wordsAndShapes_whenTheyStandOnAnySurface_canBeToldFromIt(String folder) throws IOException {
        Map<String, Integer> colours = colours(folder);

        for (String surface : surfaces(colours)) {
            for (String ink : new String[] {
                "on_surface", "on_surface_variant", "primary", "secondary", "tertiary", "error", "success"
            }) {
                require(colours, ink, surface, TEXT_MIN);
            }
            require(colours, "outline", surface, SHAPE_MIN);
        }
    }

    private static void require(Map<String, Integer> colours, String ink, String ground, double least) {
        assertThat(contrast(colours.get(ink), colours.get(ground)))
                .as("%s on %s", ink, ground)
                .isGreaterThanOrEqualTo(least);
    }

    private static List<String> surfaces(Map<String, Integer> colours) {
        List<String> surfaces = new ArrayList<>(new TreeSet<>(colours.keySet()));
        surfaces.removeIf(name -> !name.startsWith("surface") || name.equals("surface_variant"));
        assertThat(surfaces).hasSizeGreaterThanOrEqualTo(8);
        return surfaces;
    }

    private static Map<String, Integer> colours(String folder) throws IOException {
        String file =
                new String(Files.readAllBytes(RESOURCES.resolve(folder).resolve("colors.xml")), StandardCharsets.UTF_8);
        Map<String, Integer> colours = new HashMap<>();
        Matcher colour = COLOUR.matcher(file);
        while (colour.find()) {
            colours.put(colour.group(1), Integer.parseInt(colour.group(2), 16));
        }
        return colours;
    }

    private static double contrast(int one, int other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
    }

    private static double linear(int channel) {
        double value = (channel & 0xFF) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
