package tsunagi.server.words;

import java.util.stream.Stream;
import tsunagi.records.v1.Approach;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Referral;
import tsunagi.records.v1.Request;

/** What approaches, requests and referrals are called. */
final class OutreachTitles {
    private final TitleWords words;

    OutreachTitles(TitleWords words) {
        this.words = words;
    }

    Title of(Approach approach) {
        String many = approach.hasApproachedWorkplaces()
                ? words.phrase("title.workplaces", approach.getApproachedWorkplaces())
                : "";
        String what = words.dated(approach.getApproachedOn(), words.type(RecordType.RECORD_TYPE_APPROACH));
        return words.title(
                words.of(what, TitleWords.first(words.workplace(approach.getWorkplaceId()), many)),
                words.value(approach.getChannel()),
                TitleWords.first(words.value(approach.getResult().getAnswer()), words.phrase("title.no_answer_yet")),
                words.body(approach.getBodyId()));
    }

    Title of(Request request) {
        String who =
                TitleWords.first(words.workplace(request.getWorkplaceId()), words.body(request.getRequestingBodyId()));
        return words.title(
                words.of(words.dated(request.getReceivedOn(), words.type(RecordType.RECORD_TYPE_REQUEST)), who),
                words.brief(request.getWish()),
                words.value(request.getChannel()),
                TitleWords.first(words.value(request.getDecision().getAnswer()), words.phrase("title.undecided")));
    }

    Title of(Referral referral) {
        String what = words.dated(referral.getReferredOn(), words.type(RecordType.RECORD_TYPE_REFERRAL));
        return words.title(
                words.of(what, words.workplace(referral.getWorkplaceId())),
                words.joined(Stream.of(words.body(referral.getToBodyId()), referral.getService())),
                words.value(referral.getStrength()),
                TitleWords.first(words.value(referral.getResult().getState()), words.phrase("title.no_result_yet")));
    }
}
