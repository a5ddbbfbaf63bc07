package tsunagi.app.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.content.Intent;
import android.view.View;
import android.widget.EditText;
import androidx.recyclerview.widget.RecyclerView;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.fixture.Said;
import tsunagi.app.visit.VisitActivity;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitOutcome;
import tsunagi.records.v1.VisitState;
import tsunagi.records.v1.Workplace;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class WorkplacesActivityTest {
    private RecordKey some() {
        Brewery brewery = Brewery.onTablet();
        RecordKey last = brewery.workplace();
        place(brewery, "ニコニコ介護事業場", "にこにこかいごじぎょうじょう", "山里町下川3-1");
        place(brewery, "有限会社髙山製材", "たかやませいざい", "山里町大字上川9");
        place(brewery, "喫茶ひだまり", "きっさひだまり", "海辺町1-1");
        brewery.save(Visit.newBuilder()
                .setWorkplaceId(last.id().toString())
                .setVisitOn("2024-07-08")
                .setOutcome(VisitOutcome.newBuilder().setState(VisitState.VISIT_STATE_DONE))
                .build());
        return last;
    }

    private static void place(Brewery brewery, String name, String reading, String address) {
        brewery.save(Workplace.newBuilder()
                .setName(name)
                .setNameReading(reading)
                .setAddress(address)
                .build());
    }

    private static String found(WorkplacesActivity screen, String typed) {
        screen.<EditText>findViewById(R.id.workplace_search).setText(typed);
        Stage.settle();
        RecyclerView list = screen.findViewById(R.id.workplace_list);
        list.measure(
                View.MeasureSpec.makeMeasureSpec(1000, View.MeasureSpec.EXACTLY),
                View.MeasureSpec.makeMeasureSpec(700, View.MeasureSpec.EXACTLY));
        list.layout(0, 0, 1000, 700);
        return Said.within(list);
    }

    @Test
    public void search_byKanaKanjiAddressAndTheOtherWord_findsThePlace() {
        some();
        WorkplacesActivity screen = Stage.open(WorkplacesActivity.class).get();
        Stage.draw(screen, "workplaces");

        assertThat(found(screen, "")).startsWith("株式会社つなぎ酒造");
        assertThat(found(screen, "タカヤマ")).contains("髙山製材").doesNotContain("つなぎ酒造");
        assertThat(found(screen, "高山")).contains("髙山製材");
        assertThat(found(screen, "介護事業所")).contains("ニコニコ介護事業場").doesNotContain("ひだまり");
        assertThat(found(screen, "海辺町")).contains("喫茶ひだまり").doesNotContain("介護");
        found(screen, "上川");
        Stage.draw(screen, "workplaces-search");
        assertThat(found(screen, "どこにもない")).isEmpty();
        assertThat(screen.findViewById(R.id.workplace_empty).isShown()).isTrue();
        Stage.draw(screen, "workplaces-none");
    }

    @Test
    public void search_whenNobodyHoldsTheTablet_saysWhatToDo() {
        WorkplacesActivity screen = Stage.open(WorkplacesActivity.class).get();
        Stage.draw(screen, "workplaces-nobody");

        assertThat(Said.within(screen.findViewById(R.id.workplace_empty))).contains("使う人を選ぶ");
        assertThat(screen.findViewById(R.id.workplace_new).isShown()).isFalse();
    }

    @Test
    public void row_whenTapped_opensThePage() {
        RecordKey brewery = some();
        WorkplacesActivity screen = Stage.open(WorkplacesActivity.class).get();
        found(screen, "つなぎ");

        RecyclerView list = screen.findViewById(R.id.workplace_list);
        Stage.tap(list.getChildAt(0));

        Intent next = shadowOf(screen).getNextStartedActivity();
        assertThat(next.filterEquals(WorkplaceActivity.to(screen, brewery))).isTrue();
    }

    @Test
    public void choose_forAVisit_beginsItAtThePlaceTapped() {
        RecordKey brewery = some();
        ChooseWorkplaceActivity screen = Stage.open(
                        ChooseWorkplaceActivity.class,
                        ChooseWorkplaceActivity.to(Stage.app(), ChooseWorkplaceActivity.Purpose.VISIT))
                .get();
        Stage.draw(screen, "workplace-choose");

        RecyclerView list = screen.findViewById(R.id.workplace_list);
        Stage.tap(list.getChildAt(0));

        Intent next = shadowOf(screen).getNextStartedActivity();
        assertThat(next.getComponent())
                .isEqualTo(VisitActivity.to(screen, brewery).getComponent());
        assertThat(next.getExtras().getString("workplace"))
                .isEqualTo(brewery.id().toString());
        assertThat(screen.isFinishing()).isTrue();
    }

    @Test
    @Config(qualifiers = "ja-rJP-w411dp-h891dp-port-mdpi")
    public void search_onAPhoneInLargeType_isDrawn() {
        RuntimeEnvironment.setFontScale(2.0f);
        some();
        Stage.draw(Stage.open(WorkplacesActivity.class).get(), "workplaces-phone-large");
    }
}
