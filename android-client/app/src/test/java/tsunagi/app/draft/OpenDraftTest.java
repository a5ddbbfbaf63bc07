package tsunagi.app.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import tsunagi.app.Stage;
import tsunagi.app.draft.OpenDraft.Keeping;
import tsunagi.app.fixture.Brewery;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.tablet.Tablet;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;

@RunWith(RobolectricTestRunner.class)
public class OpenDraftTest {
    private final List<Keeping> said = new ArrayList<>();

    @Test
    public void set_whenKeysComeFasterThanTheDisk_keepsTheLast() {
        Brewery.onTablet();
        Tablet tablet = Stage.parts().tablet();
        Draft draft = tablet.create(Brewery.TEAM, RecordType.RECORD_TYPE_VISIT_VALUE);
        OpenDraft open = new OpenDraft(tablet, draft, Stage.parts().work(), said::add);

        for (String typed : new String[] {"腰", "腰痛", "腰痛の", "腰痛の相談"}) {
            open.set(Visit.newBuilder().setNeeds(typed).build());
        }
        Stage.settle();

        assertThat(said.get(said.size() - 1)).isInstanceOf(Keeping.Kept.class);
        Draft found = tablet.resume(draft.id()).orElseThrow(AssertionError::new);
        assertThat(found.entered().values())
                .containsExactly(Visit.newBuilder().setNeeds("腰痛の相談").build().toByteString());
    }
}
