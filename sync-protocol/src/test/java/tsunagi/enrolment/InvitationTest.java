package tsunagi.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InvitationTest {
    @Test
    void parse_whenAServerWroteIt_findsAllOfItAgain() {
        Invitation invitation = new Invitation("sync.example.jp:50051", "AB:CD", "7K3M-Q9TX");

        assertThat(invitation.toText())
                .isEqualTo("tsunagi://enrol?server=sync.example.jp:50051&fingerprint=ABCD&code=7K3M-Q9TX");
        assertThat(Invitation.parse(invitation.toText()))
                .contains(new Invitation("sync.example.jp:50051", "ABCD", "7K3M-Q9TX"));
    }

    @Test
    void parse_whenTheQrCodeIsOfSomethingElse_findsNothing() {
        assertThat(Invitation.parse("https://example.jp/?code=7K3M-Q9TX")).isEmpty();
        assertThat(Invitation.parse("K3M7")).isEmpty();
    }

    @Test
    void parse_whenPartsAreMissingOrBroken_keepsWhatThereIs() {
        assertThat(Invitation.parse(" tsunagi://enrol?code=7K3M%2DQ9TX&server=%zz&later=1 "))
                .contains(new Invitation("%zz", "", "7K3M-Q9TX"));
    }
}
