package tsunagi.server.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tsunagi.records.v1.Course;
import tsunagi.records.v1.Request;

/** The courses of all bodies, as a request is looked up in them. */
public final class LectureMenu {
    private static final int WEIGHT_NAMED = 100;
    private static final int WEIGHT_THEME = 10;
    private static final int WEIGHT_WORD = 4;
    private static final int WEIGHT_LETTER = 1;
    private static final int WORD_LETTERS_MIN = 2;
    /** Letters that stand in most wishes and say nothing of what is wished for. */
    private static final String COMMON_LETTERS = "人多話方場職業日時分間会社員事予防健康希望従者講座";

    private final Map<String, Course> courses;
    private final UnaryOperator<String> themeWord;

    /**
     * A menu.
     *
     * @param courses by their ids
     * @param themeWord says what people call a theme
     */
    public LectureMenu(Map<String, Course> courses, UnaryOperator<String> themeWord) {
        this.courses = Map.copyOf(courses);
        this.themeWord = themeWord;
    }

    /** The courses that have something in common with a request, the best first. */
    public List<CourseMatch> matches(Request request) {
        return courses.entrySet().stream()
                .filter(course -> course.getValue().getRetiredOn().isEmpty())
                .map(course -> match(course.getKey(), course.getValue(), request))
                .filter(match -> match.weight() > 0)
                .sorted(Comparator.comparingInt(CourseMatch::weight).reversed().thenComparing(CourseMatch::title))
                .toList();
    }

    private CourseMatch match(String id, Course course, Request request) {
        boolean isNamed = request.getCourseIdsList().contains(id);
        Set<String> reasons = new LinkedHashSet<>();
        int weight = isNamed ? WEIGHT_NAMED : 0;
        for (String theme : course.getThemeKeysList()) {
            String word = themeWord.apply(theme);
            if (request.getThemeKeysList().contains(theme) || request.getWish().contains(word)) {
                weight += WEIGHT_THEME;
                reasons.add(word);
            }
        }
        String said = course.getTitle() + " " + course.getDescription();
        for (String word : words(request.getWish())) {
            if (said.contains(word) && reasons.add(word)) {
                weight += WEIGHT_WORD;
            }
        }
        for (String letter : letters(request.getWish())) {
            if (said.contains(letter) && reasons.stream().noneMatch(reason -> reason.contains(letter))) {
                weight += WEIGHT_LETTER;
                reasons.add(letter);
            }
        }
        return new CourseMatch(
                id, course.getTitle(), course.getOfferingBodyId(), weight, isNamed, List.copyOf(reasons));
    }

    /** What is written in one go in Chinese letters or katakana: the words that carry what is meant. */
    private static List<String> words(String wish) {
        List<String> words = new ArrayList<>();
        Stream.of(wish.split("[^\\p{IsHan}\\p{IsKatakana}ー]+"))
                .filter(word -> word.length() >= WORD_LETTERS_MIN)
                .forEach(words::add);
        return words;
    }

    private static List<String> letters(String wish) {
        return wish.codePoints()
                .filter(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN)
                .mapToObj(Character::toString)
                .filter(letter -> !COMMON_LETTERS.contains(letter))
                .distinct()
                .toList();
    }
}
