package tsunagi.app.today;

import static org.assertj.core.api.Assertions.assertThat;

import android.view.View;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import tsunagi.app.R;
import tsunagi.app.Stage;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class TodayActivityTest {
    @Test
    public void today_whenNothingIsUp_saysSo() {
        TodayActivity today = Stage.open(TodayActivity.class).get();

        View empty = today.findViewById(R.id.today_empty);
        assertThat(empty.isShown()).isTrue();
        Stage.draw(today, "today-empty");
    }
}
