package tsunagi.trials.demo.story;

import java.util.List;
import tsunagi.records.v1.AttendanceState;
import tsunagi.records.v1.Employment;

/** The 34 who work at the brewery, and who of them came to the lectures. */
final class BreweryWorkers {
    private static final Employment REGULAR = Employment.EMPLOYMENT_REGULAR;
    private static final Employment PART_TIME = Employment.EMPLOYMENT_PART_TIME;

    private BreweryWorkers() {}

    /**
     * One of them.
     *
     * @param first what became of the first lecture, 26 July; see {@link #state}
     * @param second what became of the second, 31 August for regular staff, 6 September for part-timers
     */
    record Worker(String name, String reading, String department, Employment employment, char first, char second) {
        String participantId() {
            return StoryId.of("participant/" + reading);
        }

        boolean isOnARoster() {
            return first != '-' || second != '-';
        }
    }

    /** P present, L late, E left early, A absent, - not on the roster. */
    static AttendanceState state(char letter) {
        return switch (letter) {
            case 'P' -> AttendanceState.ATTENDANCE_STATE_PRESENT;
            case 'L' -> AttendanceState.ATTENDANCE_STATE_LATE;
            case 'E' -> AttendanceState.ATTENDANCE_STATE_LEFT_EARLY;
            case 'A' -> AttendanceState.ATTENDANCE_STATE_ABSENT;
            default -> throw new IllegalArgumentException("no attendance is written " + letter);
        };
    }

    static List<Worker> all() {
        return List.of(
                new Worker("青木 健太", "あおき けんた", "brewing", REGULAR, 'P', 'P'),
                new Worker("石倉 勇", "いしくら いさむ", "brewing", REGULAR, 'P', 'P'),
                new Worker("上野 浩二", "うえの こうじ", "brewing", REGULAR, 'P', 'P'),
                new Worker("江藤 光", "えとう ひかる", "brewing", REGULAR, 'P', 'L'),
                new Worker("岡部 誠", "おかべ まこと", "brewing", REGULAR, 'P', 'P'),
                new Worker("片山 俊", "かたやま しゅん", "brewing", REGULAR, 'P', 'P'),
                new Worker("木暮 正人", "きぐれ まさと", "brewing", REGULAR, 'L', 'P'),
                new Worker("久我 大輔", "くが だいすけ", "brewing", REGULAR, 'P', 'A'),
                new Worker("小谷 智", "こたに さとし", "bottling", REGULAR, 'P', 'P'),
                new Worker("坂井 恵", "さかい めぐみ", "bottling", REGULAR, 'P', 'P'),
                new Worker("島本 翔", "しまもと しょう", "bottling", REGULAR, 'P', 'P'),
                new Worker("須田 亮", "すだ りょう", "bottling", REGULAR, 'P', 'A'),
                new Worker("瀬戸 由美", "せと ゆみ", "office", REGULAR, 'P', 'P'),
                new Worker("曽根 香織", "そね かおり", "office", REGULAR, 'P', 'P'),
                new Worker("高城 望", "たかぎ のぞみ", "office", REGULAR, 'P', 'E'),
                new Worker("千原 葵", "ちはら あおい", "shop", REGULAR, 'P', 'P'),
                new Worker("津村 幸子", "つむら さちこ", "shop", REGULAR, 'A', 'P'),
                new Worker("寺田 修", "てらだ おさむ", "sales", REGULAR, 'P', 'P'),
                new Worker("土岐 直人", "とき なおと", "sales", REGULAR, 'P', 'A'),
                new Worker("中条 学", "なかじょう まなぶ", "sales", REGULAR, 'A', 'A'),
                new Worker("西 和子", "にし かずこ", "brewing", PART_TIME, 'P', 'P'),
                new Worker("布川 道代", "ぬのかわ みちよ", "bottling", PART_TIME, 'P', 'P'),
                new Worker("根本 洋子", "ねもと ようこ", "bottling", PART_TIME, 'P', 'P'),
                new Worker("野々宮 京子", "ののみや きょうこ", "bottling", PART_TIME, 'P', 'P'),
                new Worker("橋爪 節子", "はしづめ せつこ", "bottling", PART_TIME, 'L', 'P'),
                new Worker("日高 敏江", "ひだか としえ", "bottling", PART_TIME, 'P', 'P'),
                new Worker("福井 春美", "ふくい はるみ", "bottling", PART_TIME, 'P', 'A'),
                new Worker("別所 君江", "べっしょ きみえ", "bottling", PART_TIME, 'A', 'P'),
                new Worker("堀江 信子", "ほりえ のぶこ", "bottling", PART_TIME, 'A', 'A'),
                new Worker("前川 栄", "まえかわ さかえ", "office", PART_TIME, 'P', 'P'),
                new Worker("宮地 里美", "みやち さとみ", "shop", PART_TIME, 'P', 'P'),
                new Worker("村瀬 久美", "むらせ くみ", "shop", PART_TIME, 'P', 'L'),
                new Worker("森脇 弘子", "もりわき ひろこ", "shop", PART_TIME, 'P', 'A'),
                new Worker("矢島 静", "やじま しず", "shop", PART_TIME, '-', '-'));
    }
}
