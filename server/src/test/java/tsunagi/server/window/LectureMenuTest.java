package tsunagi.server.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tsunagi.records.v1.Course;
import tsunagi.records.v1.Request;

final class LectureMenuTest {
    private static final Map<String, Course> COURSES = Map.of(
            "back", course("腰を守る体の使い方", "low_back"),
            "diet", course("忙しい日の食事のコツ", "diet"),
            "gone",
                    course("腰痛教室", "low_back").toBuilder()
                            .setRetiredOn("2024-03-31")
                            .build());
    private static final Map<String, String> THEMES = Map.of("low_back", "腰痛", "diet", "食生活");

    private final LectureMenu menu = new LectureMenu(COURSES, THEMES::get);

    private static Course course(String title, String theme) {
        return Course.newBuilder().setTitle(title).addThemeKeys(theme).build();
    }

    @Test
    void matches_ofATheme_areTheCoursesInTheMenuThatHaveIt() {
        assertThat(menu.matches(Request.newBuilder().addThemeKeys("low_back").build()))
                .extracting(CourseMatch::courseId)
                .containsExactly("back");
    }

    @Test
    void matches_ofWordsAlone_sayWhichTheyAre() {
        assertThat(menu.matches(Request.newBuilder().setWish("社員の食事が気になる").build()))
                .singleElement()
                .satisfies(match -> {
                    assertThat(match.courseId()).isEqualTo("diet");
                    assertThat(match.reasons()).contains("食事");
                });
        assertThat(menu.matches(Request.newBuilder().setWish("腰が痛い").build()))
                .extracting(CourseMatch::courseId)
                .containsExactly("back");
        assertThat(menu.matches(Request.newBuilder().setWish("ねむれない").build())).isEmpty();
    }

    @Test
    void matches_putTheCourseThatIsAskedForFirst() {
        Request request = Request.newBuilder()
                .addCourseIds("diet")
                .addThemeKeys("low_back")
                .setWish("腰痛と食事")
                .build();

        assertThat(menu.matches(request)).extracting(CourseMatch::courseId).containsExactly("diet", "back");
    }
}
