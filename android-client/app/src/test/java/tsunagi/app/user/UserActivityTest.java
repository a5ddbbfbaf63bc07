package tsunagi.app.user;

import static org.assertj.core.api.Assertions.assertThat;

import android.view.ViewGroup;
import android.widget.EditText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.fixture.Said;
import tsunagi.record.Ids;
import tsunagi.sync.v1.Member;
import tsunagi.sync.v1.Role;
import tsunagi.sync.v1.TeamGrant;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class UserActivityTest {
    private static final String[] NAMES = {
        "山田 明子", "佐藤 健", "鈴木 和子", "高橋 恵", "渡邉 太郎", "髙山 美咲", "斉藤 花子", "齋藤 健一", "小林 由美", "菊地 大輔", "菊池 真理", "長谷川ヴィクトリア 久美子"
    };

    private static UserActivity open() {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < NAMES.length; i++) {
            members.add(Member.newBuilder()
                    .setPersonId(new UUID(1, i).toString())
                    .setName(NAMES[i])
                    .setRole(Role.forNumber(1 + i % 3))
                    .build());
        }
        Stage.parts()
                .tablet()
                .teams()
                .grant(Collections.singletonList(TeamGrant.newBuilder()
                        .setTeamId(Ids.toBytes(Brewery.TEAM))
                        .setName("蔵元支援チーム")
                        .addAllMembers(members)
                        .build()));
        return Stage.open(UserActivity.class).get();
    }

    private static ViewGroup rows(UserActivity screen) {
        return screen.findViewById(R.id.user_rows);
    }

    @Test
    public void users_whenThereAreTwelve_areAllThereAndCanBeSearched() {
        UserActivity screen = open();
        Stage.draw(screen, "user-twelve");
        assertThat(rows(screen).getChildCount()).isEqualTo(12);

        EditText search = screen.findViewById(R.id.user_search);
        assertThat(search.isShown()).isTrue();
        search.setText("健");
        Stage.draw(screen, "user-twelve-searched");
        assertThat(Said.within(rows(screen))).contains("佐藤 健", "齋藤 健一").doesNotContain("山田");
    }

    @Test
    @Config(qualifiers = "ja-rJP-w411dp-h891dp-port-mdpi")
    public void users_whenThereAreTwelveOnAPhone_areDrawn() {
        Stage.draw(open(), "user-twelve-phone");
    }
}
