package tsunagi.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.user.User;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP")
public class NamesTest {
    private static final String STRANGER = "01900000-0000-7000-8000-0000000000f1";

    @Test
    public void person_whoLeftTheTeam_isStillNamedAndWritesNothingMore() {
        Brewery.onTablet();

        assertThat(new Names(Stage.app()).personOrWord(Brewery.PREDECESSOR)).isEqualTo("田中 幸子");
        assertThat(Stage.parts().users().all()).extracting(User::personId).doesNotContain(Brewery.PREDECESSOR);
        assertThat(new Names(Stage.app()).personOrWord(STRANGER)).isEqualTo("登録外の人");
    }

    @Test
    public void body_isCalledByItsName() {
        Brewery.onTablet();

        assertThat(new Names(Stage.app()).body(Brewery.ASSOCIATION)).isEqualTo("県理学療法士会");
        assertThat(new Names(Stage.app()).body(STRANGER)).isEqualTo("ほかの機関");
    }
}
