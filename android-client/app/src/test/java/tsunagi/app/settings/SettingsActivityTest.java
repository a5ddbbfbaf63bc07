package tsunagi.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import android.content.Intent;
import android.view.View;
import android.view.ViewGroup;
import android.widget.ListView;
import android.widget.TextView;
import androidx.appcompat.app.AlertDialog;
import com.google.protobuf.ByteString;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.Shadows;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowDialog;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.today.TodayActivity;
import tsunagi.app.user.UserActivity;
import tsunagi.engine.attachment.FetchedFiles;
import tsunagi.engine.attachment.FetchedFiles.Wanted;
import tsunagi.piece.Sha256;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h1400dp-land-mdpi")
public class SettingsActivityTest {
    @Test
    public void settings_whenOpened_sayHowTheTabletIsSet() {
        Brewery.onTablet().workplace();

        SettingsActivity settings = Stage.open(SettingsActivity.class).get();

        assertThat(detail(settings, R.id.settings_user)).isEqualTo("山田 明子 · 使える人 3 人");
        assertThat(detail(settings, R.id.settings_type)).isEqualTo("100%");
        assertThat(detail(settings, R.id.settings_photos)).startsWith("どの通信でも送信する");
        Stage.draw(settings, "settings");
        Stage.tap(settings.findViewById(R.id.settings_user));
        assertThat(Shadows.shadowOf(settings)
                        .getNextStartedActivity()
                        .getComponent()
                        .getClassName())
                .isEqualTo(UserActivity.class.getName());
    }

    @Test
    public void type_whenALargerSizeIsChosen_growsEveryScreen() {
        Brewery.onTablet();
        SettingsActivity settings = Stage.open(SettingsActivity.class).get();
        float before = textSize(settings);

        choose(settings, R.id.settings_type, 3);

        assertThat(Stage.parts().settings().typePercent()).isEqualTo(150);
        SettingsActivity anew = Stage.open(SettingsActivity.class).get();
        // Android grows what is large already by less.
        assertThat(textSize(anew)).isGreaterThan(before * 1.3f);
        TodayActivity today = Stage.open(TodayActivity.class).get();
        assertThat(today.getResources().getConfiguration().fontScale).isEqualTo(1.5f);
        Stage.draw(anew, "settings-type-150");
    }

    @Test
    @Config(fontScale = 1.6f)
    public void type_whenTheTabletItselfIsSetLarge_neverGoesBeyondTwice() {
        Brewery.onTablet();
        Stage.parts().settings().typePercent(200);

        TodayActivity today = Stage.open(TodayActivity.class).get();

        assertThat(today.getResources().getConfiguration().fontScale).isEqualTo(2.0f);
    }

    @Test
    public void language_whenEnglishIsChosen_isKept() {
        Brewery.onTablet();
        SettingsActivity settings = Stage.open(SettingsActivity.class).get();

        choose(settings, R.id.settings_language, 2);

        assertThat(Stage.parts().settings().language()).contains("en");
    }

    @Test
    public void pin_whenTypedTwiceTheSame_isTheStaffsFromThenOn() {
        Brewery.onTablet();
        SettingsActivity settings = Stage.open(SettingsActivity.class).get();
        StaffPin pin = new StaffPin(Stage.parts().settings(), Stage.parts()::nowMs);

        Stage.tap(settings.findViewById(R.id.settings_pin));
        typePin("2468");
        typePin("1357");
        assertThat(pin.isSet()).isFalse();

        Stage.tap(settings.findViewById(R.id.settings_pin));
        typePin("2468");
        typePin("2468");
        assertThat(pin.attempt("2468")).isInstanceOf(StaffPin.Try.Right.class);
        assertThat(detail(settings, R.id.settings_pin)).isEqualTo("設定済み(タップで変更)");
    }

    private static void typePin(String digits) {
        AlertDialog dialog = (AlertDialog) ShadowDialog.getLatestDialog();
        dialog.<TextView>findViewById(R.id.settings_pin_digits).setText(digits);
        Stage.tap(dialog.getButton(AlertDialog.BUTTON_POSITIVE));
    }

    @Test
    public void photos_whenTapped_waitForWifi() {
        Brewery.onTablet();
        SettingsActivity settings = Stage.open(SettingsActivity.class).get();

        Stage.tap(settings.findViewById(R.id.settings_photos));

        assertThat(Stage.parts().settings().sendsPhotosOverMobileData()).isFalse();
        assertThat(detail(settings, R.id.settings_photos)).startsWith("Wi-Fiのときだけ");
    }

    @Test
    public void makeRoom_whenPhotosWereFetched_letsGoOfThem() {
        Brewery.onTablet();
        ByteString photo = ByteString.copyFromUtf8("写真".repeat(10_000));
        FetchedFiles fetched = Stage.parts().tablet().fetchedFiles();
        fetched.want(Brewery.TEAM, Sha256.of(photo));
        Wanted wanted = fetched.wanted().get(0);
        fetched.append(wanted, 0, photo);
        fetched.complete(wanted);
        SettingsActivity settings = Stage.open(SettingsActivity.class).get();

        Stage.tap(settings.findViewById(R.id.settings_make_room));

        assertThat(Stage.parts().tablet().files().spareBytes()).isZero();
        assertThat(settings.<View>findViewById(R.id.settings_make_room)).isNull();
    }

    @Test
    public void diagnostics_whenShared_nameNobodyAndNothing() {
        Brewery.onTablet().workplace();
        SettingsActivity settings = Stage.open(SettingsActivity.class).get();

        Stage.tap(settings.findViewById(R.id.settings_diagnostics));

        Intent chooser = Shadows.shadowOf(settings).getNextStartedActivity();
        Intent send = chooser.getParcelableExtra(Intent.EXTRA_INTENT, Intent.class);
        String text = send.getStringExtra(Intent.EXTRA_TEXT);
        assertThat(text).contains("changes_recorded: 2", "users: 3", "last_sync_outcome: NOT_YET");
        assertThat(text)
                .doesNotContain("山田", "つなぎ酒造", "蔵元", Brewery.TEAM.toString(), Brewery.NURSE, "0240")
                .doesNotContain(Stage.parts().tablet().device().id().toString());
    }

    @Test
    public void licences_whenOpened_nameWhatOthersMade() {
        LicencesActivity licences = Stage.open(LicencesActivity.class).get();

        assertThat(licences.<TextView>findViewById(R.id.licences_text).getText().toString())
                .contains("SQLCipher", "gRPC", "Apache License 2.0", "JavaRosa");
        Stage.draw(licences, "settings-licences");
    }

    @Test
    @Config(qualifiers = "en-w411dp-h891dp-port-night-mdpi", fontScale = 2.0f)
    public void settings_onAPhoneAtNightInLargeType_areWhole() {
        Brewery.onTablet();
        SettingsActivity settings = Stage.open(SettingsActivity.class).get();
        Stage.draw(settings, "settings-phone-en-night-large");
        assertThat(detail(settings, R.id.settings_user)).contains("3 people");
    }

    private static void choose(SettingsActivity settings, int row, int which) {
        Stage.tap(settings.findViewById(row));
        AlertDialog dialog = (AlertDialog) ShadowDialog.getLatestDialog();
        Stage.draw(dialog.getWindow().getDecorView(), "settings-choose-" + which);
        ListView choices = dialog.getListView();
        Shadows.shadowOf(choices).performItemClick(which);
        Stage.settle();
    }

    private static String detail(SettingsActivity settings, int row) {
        View view = settings.findViewById(row);
        return view.<TextView>findViewById(R.id.row_detail).getText().toString();
    }

    private static float textSize(SettingsActivity settings) {
        ViewGroup row = settings.findViewById(R.id.settings_user);
        return row.<TextView>findViewById(R.id.row_title).getTextSize();
    }
}
