package tsunagi.app.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import android.view.View;
import com.google.android.material.chip.Chip;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.fixture.EditHands;
import tsunagi.app.fixture.Said;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Contact;
import tsunagi.records.v1.Disclosure;
import tsunagi.records.v1.DisclosureItem;
import tsunagi.records.v1.RecordType;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class DisclosureTest {
    private final RecordKey workplace = Brewery.onTablet().workplace();
    private final RecordKey contact = Stage.parts()
            .tablet()
            .list(Brewery.TEAM, RecordType.RECORD_TYPE_CONTACT_VALUE)
            .get(0)
            .key();

    private ContactEditActivity open() {
        return Stage.open(ContactEditActivity.class, ContactEditActivity.to(Stage.app(), contact))
                .get();
    }

    private static View lines(ContactEditActivity screen) {
        return screen.findViewById(R.id.edit_disclosures);
    }

    private static void allow(ContactEditActivity screen, String whom, String... items) {
        Stage.tap(screen.findViewById(R.id.edit_disclosure_add));
        EditHands.chooseInDialog(whom);
        for (String item : items) {
            EditHands.all(lines(screen)).stream()
                    .filter(view -> view instanceof Chip chip && item.contentEquals(chip.getText()))
                    .forEach(View::performClick);
        }
        EditHands.pause();
    }

    private Contact saved() {
        return Stage.parts().tablet().show(contact).as(Contact.getDefaultInstance());
    }

    @Test
    public void contact_whenNothingWasAgreed_letsNobodyBeTold() {
        ContactEditActivity screen = open();

        assertThat(Said.within(lines(screen))).isEmpty();
        assertThat(Said.within(screen.findViewById(R.id.edit_second))).contains("ここにない相手には", "伝えません");
        WorkplaceActivity page = Stage.open(WorkplaceActivity.class, WorkplaceActivity.to(Stage.app(), workplace))
                .get();
        assertThat(Said.within(page.findViewById(R.id.workplace_contacts))).doesNotContain("伝えてよい");
    }

    @Test
    public void disclosure_whenAgreed_saysWhatWhomAndSinceWhen() {
        ContactEditActivity screen = open();
        allow(screen, "県理学療法士会", "氏名と役割", "事業場の集計結果");
        EditHands.type(EditHands.input(lines(screen), "同意した日").getEditText(), "令和6年7月8日");
        EditHands.type(EditHands.input(lines(screen), "条件(本人の言葉で)").getEditText(), "電話は総務へ");
        Stage.draw(screen, "contact-edit-disclosures");
        Stage.tap(screen.findViewById(R.id.edit_save));

        assertThat(saved().getDisclosuresMap())
                .containsOnlyKeys(Brewery.ASSOCIATION)
                .containsValue(Disclosure.newBuilder()
                        .addItems(DisclosureItem.DISCLOSURE_ITEM_NAME)
                        .addItems(DisclosureItem.DISCLOSURE_ITEM_TOTALS)
                        .setAgreedOn("2024-07-08")
                        .setRemarks("電話は総務へ")
                        .build());
        WorkplaceActivity page = Stage.open(WorkplaceActivity.class, WorkplaceActivity.to(Stage.app(), workplace))
                .get();
        assertThat(Said.within(page.findViewById(R.id.workplace_contacts))).contains("県理学療法士会に伝えてよい: 氏名と役割、事業場の集計結果");
        Stage.draw(page, "workplace-disclosures");
    }

    @Test
    public void disclosure_whenTakenBack_isGone() {
        ContactEditActivity first = open();
        allow(first, "すべての機関", "氏名と役割");
        Stage.tap(first.findViewById(R.id.edit_save));
        assertThat(saved().getDisclosuresMap()).containsOnlyKeys("everyone");

        ContactEditActivity second = open();
        Stage.tap(second.findViewById(R.id.edit_entry_remove));
        Stage.tap(second.findViewById(R.id.edit_save));

        assertThat(saved().getDisclosuresMap()).isEmpty();
    }

    @Test
    @Config(qualifiers = "ja-rJP-w411dp-h891dp-port-night-mdpi")
    public void disclosure_onAPhoneAtNightInLargeType_isDrawn() {
        RuntimeEnvironment.setFontScale(2.0f);
        ContactEditActivity screen = open();
        allow(screen, "県理学療法士会", "氏名と役割");
        screen.findViewById(R.id.edit_scroll).scrollTo(0, 900);
        Stage.draw(screen, "contact-edit-phone-night-large");
    }
}
