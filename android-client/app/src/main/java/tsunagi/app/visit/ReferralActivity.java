package tsunagi.app.visit;

import android.os.Bundle;
import java.util.LinkedHashMap;
import java.util.Map;
import tsunagi.app.R;
import tsunagi.records.v1.Referral;
import tsunagi.records.v1.ReferralStrength;

/** 紹介・つなぎ: the workplace is brought to a service of another body. */
public final class ReferralActivity extends PartActivity<Referral> {
    private TextField service;
    private TextField reason;
    private Choices<ReferralStrength> strength;
    private Choices<String> themes;

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        service = TextField.of(findViewById(R.id.referral_service), form(), Referral.SERVICE_FIELD_NUMBER);
        reason = TextField.of(findViewById(R.id.referral_reason), form(), Referral.REASON_FIELD_NUMBER);
        strength = Choices.one(
                findViewById(R.id.referral_strength),
                form(),
                Referral.STRENGTH_FIELD_NUMBER,
                key -> Referral.newBuilder().setStrength(key).build());
        themes = Choices.several(
                findViewById(R.id.referral_themes),
                form(),
                Referral.THEME_KEYS_FIELD_NUMBER,
                Referral::getThemeKeysList,
                chosen -> Referral.newBuilder().addAllThemeKeys(chosen).build());
        strength.offerWords(VisitWords.STRENGTHS);
    }

    @Override
    Referral prototype() {
        return Referral.getDefaultInstance();
    }

    @Override
    int layout() {
        return R.layout.visit_referral;
    }

    @Override
    int title() {
        return R.string.visit_referrals;
    }

    @Override
    Referral withoutGiven(Referral message) {
        return message.toBuilder()
                .clearVisitId()
                .clearWorkplaceId()
                .clearReferredOn()
                .clearFromBodyId()
                .build();
    }

    @Override
    void drawPart(PartPage<Referral> page) {
        Referral referral = page.edited().message();
        service.show(referral.getService());
        reason.show(referral.getReason());
        strength.show(referral.getStrength());
        Map<String, String> offered = new LinkedHashMap<>(Choices.texts(this, VisitWords.THEMES));
        referral.getThemeKeysList().forEach(key -> offered.putIfAbsent(key, key));
        themes.offer(offered).show(referral.getThemeKeysList());
    }
}
